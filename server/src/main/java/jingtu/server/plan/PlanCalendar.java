package jingtu.server.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jingtu.planreader.Deadline;

/**
 * The dates of a plan in order, recurring ones expanded.
 *
 * @param issuedOn the plan's own date; days before it are {@link #beforeIssue}
 * @param dated what falls due on a day, by that day
 * @param openStarts what begins on a day and has no end, by that day
 * @param incomplete what has a date that is not wholly known, in document order
 * @param undated what comes round too often to be listed by day, or whose notation is not
 *     understood, in document order
 * @param events what is due when something happens, in document order
 */
public record PlanCalendar(
    Optional<LocalDate> issuedOn,
    List<CalendarEntry> dated,
    List<CalendarEntry> openStarts,
    List<CalendarEntry> incomplete,
    List<CalendarEntry> undated,
    List<CalendarEntry> events) {

  /** How many years of recurrences are listed for a plan without an end. */
  private static final int YEARS_AHEAD = 5;

  public PlanCalendar {
    dated = List.copyOf(dated);
    openStarts = List.copyOf(openStarts);
    incomplete = List.copyOf(incomplete);
    undated = List.copyOf(undated);
    events = List.copyOf(events);
  }

  /**
   * The calendar of a plan. Recurrences run from its date of issue, or from {@code today} where it
   * has none, to the end of the year of its last date, and no further than five years ahead.
   */
  public static PlanCalendar of(StoredPlan plan, LocalDate today) {
    Optional<LocalDate> issuedOn = plan.summary().issuedOn();
    LocalDate from = issuedOn.orElse(today);
    return new Expansion(from, lastDay(plan, from)).calendar(plan, issuedOn);
  }

  /** Whether an entry is due before the plan was issued: the plan is late, or its date is wrong. */
  public boolean beforeIssue(CalendarEntry entry) {
    return issuedOn.flatMap(issued -> entry.day().map(day -> day.isBefore(issued))).orElse(false);
  }

  /** What concerns one organisation, by its name as the plan writes it. */
  public PlanCalendar of(String organisation) {
    Predicate<CalendarEntry> concerned = entry -> entry.concerns(organisation);
    return new PlanCalendar(
        issuedOn,
        dated.stream().filter(concerned).toList(),
        openStarts.stream().filter(concerned).toList(),
        incomplete.stream().filter(concerned).toList(),
        undated.stream().filter(concerned).toList(),
        events.stream().filter(concerned).toList());
  }

  /**
   * The last day that is looked at of a plan whose recurrences begin on a day: the end of the year
   * of its last date, and no further than five years ahead.
   */
  public static LocalDate lastDay(StoredPlan plan, LocalDate from) {
    int furthest = from.getYear() + YEARS_AHEAD;
    int last =
        PlanDuty.listOf(plan.reading()).stream()
            .flatMap(duty -> duty.deadlines().stream())
            .map(deadline -> When.of(deadline.notation()))
            .filter(When.Due.class::isInstance)
            .map(When.Due.class::cast)
            .map(due -> due.day().getYear())
            .max(Comparator.naturalOrder())
            .orElse(furthest);
    return LocalDate.of(Math.max(from.getYear(), Math.min(last, furthest)), 12, 31);
  }

  /** Lists the days of every duty between two days. */
  private static final class Expansion {

    private final LocalDate from;
    private final LocalDate to;
    private final List<CalendarEntry> dated = new ArrayList<>();
    private final List<CalendarEntry> openStarts = new ArrayList<>();
    private final List<CalendarEntry> incomplete = new ArrayList<>();
    private final List<CalendarEntry> undated = new ArrayList<>();
    private final List<CalendarEntry> events = new ArrayList<>();

    Expansion(LocalDate from, LocalDate to) {
      this.from = from;
      this.to = to;
    }

    PlanCalendar calendar(StoredPlan plan, Optional<LocalDate> issuedOn) {
      PlanDuty.listOf(plan.reading()).forEach(this::add);
      Comparator<CalendarEntry> byDay = Comparator.comparing(entry -> entry.day().orElseThrow());
      dated.sort(byDay);
      openStarts.sort(byDay);
      return new PlanCalendar(issuedOn, dated, openStarts, incomplete, undated, events);
    }

    private void add(PlanDuty duty) {
      duty.deadlines().forEach(deadline -> add(duty, deadline));
      duty.events()
          .forEach(
              event -> events.add(duty.entry(event, duty.sentence(), Optional.empty(), false)));
    }

    private void add(PlanDuty duty, Deadline deadline) {
      switch (When.of(deadline.notation())) {
        case When.Due(LocalDate day) ->
            dated.add(entry(duty, deadline, Optional.of(day), deadline.assumed()));
        case When.OpenStart(LocalDate day) ->
            openStarts.add(entry(duty, deadline, Optional.of(day), deadline.assumed()));
        case When.Recurring every ->
            every
                .between(from, to)
                .forEach(
                    day ->
                        dated.add(
                            entry(
                                duty,
                                deadline,
                                Optional.of(day),
                                every.assumed() || deadline.assumed())));
        case When.Incomplete unknown ->
            incomplete.add(entry(duty, deadline, Optional.empty(), deadline.assumed()));
        case When.Often often ->
            undated.add(entry(duty, deadline, Optional.empty(), deadline.assumed()));
        case When.Unknown unknown ->
            undated.add(entry(duty, deadline, Optional.empty(), deadline.assumed()));
      }
    }

    private static CalendarEntry entry(
        PlanDuty duty, Deadline deadline, Optional<LocalDate> day, boolean assumed) {
      return duty.entry(deadline.notation(), deadline.span(), day, assumed);
    }
  }
}
