package jingtu.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The calendar of working days. Saturdays and Sundays are off, except as the State Council's office
 * arranges each year; the years whose arrangement is loaded are dated data, one file a year.
 *
 * <p>A year that is not loaded has its weekends off and nothing else, and every answer that rests
 * on such a year names it.
 */
public final class WorkingDays {

  /** The years of which files ship with the program. */
  private static final List<Integer> SHIPPED_YEARS = List.of(2024, 2025, 2026);

  private static final WorkingDays SHIPPED = new WorkingDays(shippedYears());

  private final NavigableMap<Integer, Arrangement> years = new TreeMap<>();
  private final Map<LocalDate, Arrangement.Day> days = new HashMap<>();

  private WorkingDays(Collection<Arrangement> arrangements) {
    for (Arrangement arrangement : arrangements) {
      years.put(arrangement.year(), arrangement);
    }
    for (Arrangement arrangement : years.values()) {
      arrangement.days().forEach(day -> days.put(day.date(), day));
    }
  }

  /**
   * How one year differs from plain weeks.
   *
   * @param days in the order of the file; they lie in the year, or in the December before it, whose
   *     last days belong to the holiday of the new year
   */
  public record Arrangement(int year, List<Day> days) {

    public Arrangement {
      days = List.copyOf(days);
    }

    /** What a day is made by a notice. */
    public enum Kind {
      /** A day off. */
      OFF,
      /** A Saturday or Sunday that is worked. */
      WORK
    }

    /**
     * One day that a notice sets.
     *
     * @param holiday the holiday for whose sake, as printed
     * @param notice the number of the notice
     */
    public record Day(
        LocalDate date, Kind kind, String holiday, String notice, Confidence confidence) {}
  }

  /**
   * A day that was counted to.
   *
   * @param unknownYears years that were walked through though their arrangement is not loaded
   */
  public record Reckoned(LocalDate date, SortedSet<Integer> unknownYears) {

    public Reckoned {
      unknownYears = Collections.unmodifiableSortedSet(new TreeSet<>(unknownYears));
    }
  }

  /**
   * What became of a file of a year.
   *
   * @param arrangement empty where there is any finding
   */
  public record Reading(Optional<Arrangement> arrangement, List<Finding> findings) {

    public Reading {
      findings = List.copyOf(findings);
    }
  }

  /** The calendar of the years that come with the program. */
  public static WorkingDays shipped() {
    return SHIPPED;
  }

  private static List<Arrangement> shippedYears() {
    List<Arrangement> arrangements = new ArrayList<>();
    for (int year : SHIPPED_YEARS) {
      String name = "working-days/" + year + ".csv";
      try (InputStream file = WorkingDays.class.getResourceAsStream(name)) {
        if (file == null) {
          throw new CsvTable.Faulty(name + " is not among the resources");
        }
        Reading reading = read(year + ".csv", file);
        arrangements.add(
            reading
                .arrangement()
                .orElseThrow(() -> new CsvTable.Faulty(reading.findings().toString())));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
    return arrangements;
  }

  /**
   * Reads the file of one year, as {@code working-days/2026.csv}.
   *
   * @param file its name, which gives the year
   * @param content in UTF-8, or in GB 18030 as spreadsheets save it
   */
  public static Reading read(String file, InputStream content) throws IOException {
    return new WorkingDaysFile(file).read(content.readAllBytes());
  }

  /** This calendar with further years; a year that is loaded already is replaced as a whole. */
  public WorkingDays with(Collection<Arrangement> arrangements) {
    Map<Integer, Arrangement> all = new TreeMap<>(years);
    arrangements.forEach(arrangement -> all.put(arrangement.year(), arrangement));
    return new WorkingDays(all.values());
  }

  /** The arrangement of a year, where it is loaded. */
  public Optional<Arrangement> arrangement(int year) {
    return Optional.ofNullable(years.get(year));
  }

  /** What a notice says of a day, where it says anything. */
  public Optional<Arrangement.Day> arranged(LocalDate date) {
    return Optional.ofNullable(days.get(date));
  }

  /** Whether offices work on a day, as far as its year is known. */
  public boolean isWorkingDay(LocalDate date) {
    Arrangement.Day day = days.get(date);
    if (day == null) {
      return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
    return switch (day.kind()) {
      case OFF -> false;
      case WORK -> true;
    };
  }

  /**
   * The {@code count}th working day after a day, which itself is not counted (Civil Code, article
   * 201); the day itself for 0, before it for a negative count.
   */
  public Reckoned plus(LocalDate date, int count) {
    int step = count < 0 ? -1 : 1;
    SortedSet<Integer> unknown = new TreeSet<>();
    LocalDate day = date;
    for (int left = Math.abs(count); left > 0; ) {
      day = day.plusDays(step);
      note(day, unknown);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return new Reckoned(day, unknown);
  }

  /** The {@code count}th working day before a day, which itself is not counted. */
  public Reckoned minus(LocalDate date, int count) {
    return plus(date, -count);
  }

  /** The first working day after a day. */
  public Reckoned next(LocalDate date) {
    return plus(date, 1);
  }

  /** The last working day before a day. */
  public Reckoned previous(LocalDate date) {
    return plus(date, -1);
  }

  /** The day itself where it is worked, else the first working day after it. */
  public Reckoned onOrAfter(LocalDate date) {
    SortedSet<Integer> unknown = new TreeSet<>();
    LocalDate day = date;
    note(day, unknown);
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
      note(day, unknown);
    }
    return new Reckoned(day, unknown);
  }

  /** Whether the arrangement of a day's year is loaded. */
  public boolean knows(LocalDate date) {
    return years.containsKey(date.getYear());
  }

  private void note(LocalDate day, SortedSet<Integer> unknown) {
    if (!knows(day)) {
      unknown.add(day.getYear());
    }
  }
}
