package jingtu.sheets.ledger;

import java.math.BigDecimal;

/** A place in degrees of longitude and latitude, in whatever system the ledger was kept. */
public record WrittenPoint(BigDecimal longitude, BigDecimal latitude) {}
