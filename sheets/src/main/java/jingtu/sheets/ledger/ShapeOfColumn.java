package jingtu.sheets.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the values of a column are. */
public sealed interface ShapeOfColumn {

  /** One line of words; {@code longest} in code points, 0 where nothing is written. */
  record Words(int longest) implements ShapeOfColumn {}

  /** Sentences or several lines. */
  record LongWords(int longest) implements ShapeOfColumn {}

  /** Numbers without a unit, with at most so many digits after the point. */
  record Figure(int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max)
      implements ShapeOfColumn {}

  /** Numbers in one unit, which stands over the column or behind most of them. */
  record Quantity(String unit, int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max)
      implements ShapeOfColumn {}

  /** Whole dates. */
  record Day() implements ShapeOfColumn {}

  /** Months, years, {@code 长期} and dates beside each other, which only words can keep. */
  record DayInWords() implements ShapeOfColumn {}

  /** Yes or no. */
  record Flag() implements ShapeOfColumn {}

  /** A few words that return, the most frequent first. */
  record Choice(List<String> values) implements ShapeOfColumn {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** Unified social credit codes. */
  record CreditCode() implements ShapeOfColumn {}

  /** Numbers of real-estate units. */
  record EstateUnit() implements ShapeOfColumn {}

  /** Telephone numbers. */
  record Phone() implements ShapeOfColumn {}

  /** Degrees of longitude. */
  record Longitude() implements ShapeOfColumn {}

  /** Degrees of latitude. */
  record Latitude() implements ShapeOfColumn {}

  /** Longitude and latitude in one cell. */
  record Coordinates() implements ShapeOfColumn {}
}
