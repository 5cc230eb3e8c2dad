package jingtu.server.duty.closeout;

import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many items stand where.
 *
 * @param overdue those that are open though their day has passed
 * @param struckOffOn how many were struck off on which day
 */
public record CloseOutTally(
    int open, int submitted, int overdue, SortedMap<LocalDate, Integer> struckOffOn) {

  private static final int WHOLE = 1000;

  /** Of nothing. */
  public static final CloseOutTally NONE = new CloseOutTally(0, 0, 0, new TreeMap<>());

  public CloseOutTally {
    struckOffOn = new TreeMap<>(struckOffOn);
  }

  /** All of them together. */
  public static CloseOutTally sum(Collection<CloseOutTally> parts) {
    return parts.stream().reduce(NONE, CloseOutTally::plus);
  }

  CloseOutTally plus(CloseOutTally other) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>(struckOffOn);
    other.struckOffOn.forEach((day, items) -> days.merge(day, items, Integer::sum));
    return new CloseOutTally(
        open + other.open, submitted + other.submitted, overdue + other.overdue, days);
  }

  public int struckOff() {
    return struckOffOn.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many were struck off on that day or before it. */
  public int struckOffBy(LocalDate day) {
    return new TreeMap<>(struckOffOn)
        .headMap(day, true).values().stream().mapToInt(Integer::intValue).sum();
  }

  public int items() {
    return open + submitted + struckOff();
  }

  /**
   * How many of a thousand items are struck off, rounded down, so that only all of them make a
   * thousand; nothing where there are no items.
   */
  public OptionalInt permille() {
    return items() == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact((long) WHOLE * struckOff() / items()));
  }
}
