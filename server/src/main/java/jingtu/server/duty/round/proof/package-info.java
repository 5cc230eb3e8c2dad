/**
 * The evidence that was reported, packed as it is sent to whoever examines: numbered files with a
 * catalogue.
 */
@NullMarked
package jingtu.server.duty.round.proof;

import org.jspecify.annotations.NullMarked;
