/**
 * The sheet of a round-up: one for each organisation, with all that it is asked about; written, and
 * read when it comes back. What comes back is told from what was sent by a stamp in each row.
 */
@NullMarked
package jingtu.server.duty.round.sheet;

import org.jspecify.annotations.NullMarked;
