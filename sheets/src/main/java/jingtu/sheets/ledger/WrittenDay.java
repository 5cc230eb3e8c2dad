package jingtu.sheets.ledger;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A day as people write it, with no more precision than they gave it. */
public sealed interface WrittenDay {

  /**
   * A whole date.
   *
   * @param shortYear whether the century was left out and 20 was taken
   */
  record On(LocalDate date, boolean shortYear) implements WrittenDay {}

  /** A month, such as {@code 2026.3} or {@code 2026年3月底前}: which day of it, nobody said. */
  record InMonth(YearMonth month) implements WrittenDay {}

  /** A year. */
  record InYear(Year year) implements WrittenDay {}

  /** No end: {@code 长期}. */
  record Open() implements WrittenDay {}

  /** Still so: {@code 至今}. */
  record UntilNow() implements WrittenDay {}
}
