package jingtu.server.duty.refill;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What goes into a cell. */
public sealed interface CellValue {

  /** Nothing: what stood in the cell is taken out. */
  Words NOTHING = new Words("");

  /** As a person reads it; numbers with a point and without grouping. */
  String text();

  /** Text; never taken for a formula, whatever it begins with. */
  record Words(String text) implements CellValue {}

  /**
   * A number.
   *
   * @param percent whether 85 means 85 in a hundred
   */
  record Amount(BigDecimal value, boolean percent) implements CellValue {

    static Amount of(long count) {
      return new Amount(BigDecimal.valueOf(count), false);
    }

    @Override
    public String text() {
      return value.toPlainString() + (percent ? "%" : "");
    }
  }

  /** A day; {@code text} says it where the cell has no format for days. */
  record Day(LocalDate day, String text) implements CellValue {}
}
