/**
 * A ledger as an office keeps it, understood as a proposed table: titles and notes above, a header
 * of several rows, totals and remarks between the entries, several sheets of one shape; and what is
 * written in its cells, as days, numbers with units, flags and coordinates. Knows nothing of what
 * becomes of the proposal.
 */
@NullMarked
package jingtu.sheets.ledger;

import org.jspecify.annotations.NullMarked;
