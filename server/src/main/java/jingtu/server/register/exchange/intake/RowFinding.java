package jingtu.server.register.exchange.intake;

import jingtu.server.register.exchange.cell.CellReading.Fault;
import jingtu.sheets.CellAddress;

/**
 * Something about one cell of a row.
 *
 * @param isFault whether the row cannot be taken because of it; otherwise it is only to be looked
 *     at
 */
public record RowFinding(CellAddress at, Fault fault, boolean isFault) {}
