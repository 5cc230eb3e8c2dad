package jingtu.server.plan;

import java.time.Clock;
import java.time.LocalDate;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;

/**
 * The dates of one organisation as a calendar program reads them: a day-long event for each day on
 * which something is due, in every plan that names the organisation.
 */
@Service
public class OrganisationCalendar {

  /** How many characters of a sentence stand in an event's title. */
  private static final int TITLE_LENGTH = 40;

  private final Plans plans;
  private final Clock clock;

  OrganisationCalendar(Plans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /** The calendar behind an address, in the format of RFC 5545. */
  public String of(CalendarAddress address) {
    Scope scope = CalendarAddresses.scopeOf(address);
    CalendarText calendar = new CalendarText(address.organisation());
    for (RegisteredPlan summary : plans.list(scope)) {
      plans
          .find(scope, summary.id())
          .ifPresent(plan -> addEvents(calendar, plan, address.organisation()));
    }
    return calendar.end();
  }

  private void addEvents(CalendarText calendar, StoredPlan plan, String organisation) {
    Words words = new Words(plan.text());
    for (CalendarEntry entry :
        PlanCalendar.of(plan, LocalDate.now(clock)).of(organisation).dated()) {
      LocalDate day = entry.day().orElseThrow();
      String sentence = words.of(entry.sentence());
      calendar.event(
          uid(plan, entry, day),
          plan.summary().importedAt(),
          day,
          title(entry, sentence),
          sentence + "\n\n" + plan.summary().title());
    }
  }

  private static String uid(StoredPlan plan, CalendarEntry entry, LocalDate day) {
    return "%s-%s-%d-%d-%s@jingtu"
        .formatted(
            plan.summary().id().value(), entry.kind(), entry.number(), entry.words().start(), day);
  }

  private static String title(CalendarEntry entry, String sentence) {
    String words = sentence.replaceAll("\\s", "");
    int length = Math.min(TITLE_LENGTH, words.codePointCount(0, words.length()));
    return entry.number() + " " + words.substring(0, words.offsetByCodePoints(0, length));
  }
}
