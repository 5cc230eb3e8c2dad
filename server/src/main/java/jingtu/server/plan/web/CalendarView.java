package jingtu.server.plan.web;

import java.time.LocalDate;
import java.util.List;
import jingtu.server.plan.CalendarEntry;
import jingtu.server.plan.PlanCalendar;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Words;
import org.jspecify.annotations.Nullable;

/** The dates of a plan in order, recurring ones expanded; see {@link PlanCalendar}. */
record CalendarView(
    @Nullable LocalDate issuedOn,
    List<CalendarEntryView> dated,
    List<CalendarEntryView> openStarts,
    List<CalendarEntryView> incomplete,
    List<CalendarEntryView> undated,
    List<CalendarEntryView> events) {

  static CalendarView of(StoredPlan plan, LocalDate today) {
    PlanCalendar calendar = PlanCalendar.of(plan, today);
    Words words = new Words(plan.text());
    return new CalendarView(
        calendar.issuedOn().orElse(null),
        CalendarEntryView.listOf(calendar, calendar.dated(), words),
        CalendarEntryView.listOf(calendar, calendar.openStarts(), words),
        CalendarEntryView.listOf(calendar, calendar.incomplete(), words),
        CalendarEntryView.listOf(calendar, calendar.undated(), words),
        CalendarEntryView.listOf(calendar, calendar.events(), words));
  }

  /**
   * One entry.
   *
   * @param number of the task, goal or obligation among its kind, from 1
   * @param when the notation of the date, or the words of the event
   * @param printed the words that the date was read from
   * @param assumed whether the day, or a part of it, is not printed
   */
  record CalendarEntryView(
      CalendarEntry.Kind kind,
      int number,
      String heading,
      String sentence,
      @Nullable String actor,
      List<String> parties,
      String when,
      String printed,
      @Nullable LocalDate day,
      boolean assumed,
      boolean beforeIssue) {

    static List<CalendarEntryView> listOf(
        PlanCalendar calendar, List<CalendarEntry> entries, Words words) {
      return entries.stream().map(entry -> of(calendar, entry, words)).toList();
    }

    private static CalendarEntryView of(PlanCalendar calendar, CalendarEntry entry, Words words) {
      return new CalendarEntryView(
          entry.kind(),
          entry.number(),
          entry.heading(),
          words.of(entry.sentence()),
          entry.actor().orElse(null),
          entry.parties(),
          entry.when(),
          words.of(entry.words()),
          entry.day().orElse(null),
          entry.assumed(),
          calendar.beforeIssue(entry));
    }
  }
}
