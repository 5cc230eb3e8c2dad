/** What browsers ask of countersigning. */
@NullMarked
package jingtu.server.duty.round.countersign.web;

import org.jspecify.annotations.NullMarked;
