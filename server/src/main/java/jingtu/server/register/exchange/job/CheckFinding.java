package jingtu.server.register.exchange.job;

import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Message;

/**
 * What the check found at one cell.
 *
 * @param isFault whether it keeps the row from being taken
 */
public record CheckFinding(
    CellAddress at, boolean isFault, String kind, Message problem, Message remedy) {}
