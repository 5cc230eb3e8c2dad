package jingtu.sheets.ledger;

/**
 * Columns that tell a place together.
 *
 * @param longitude number of the column with the longitude
 * @param latitude number of the column with the latitude; the same where one cell tells both
 */
public record PointColumns(int longitude, int latitude) {}
