package jingtu.server.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Service;

/**
 * The dates of one organisation as a calendar program reads them (RFC 5545): a day-long event for
 * each day on which something is due, in every plan that names the organisation.
 */
@Service
public class OrganisationCalendar {

  /** How much of a sentence stands in an event's title. */
  private static final int TITLE_LENGTH = 40;

  private final Plans plans;
  private final Clock clock;

  OrganisationCalendar(Plans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /** The calendar behind an address. */
  public String of(CalendarAddress address) {
    Calendar calendar = new Calendar();
    calendar.setPropertyList(
        new PropertyList(
            List.of(
                new ProdId("-//Jingtu//Plan calendar//ZH"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                ImmutableMethod.PUBLISH,
                new XProperty("X-WR-CALNAME", address.organisation()))));
    calendar.setComponentList(new ComponentList<>(events(address)));
    return calendar.toString();
  }

  private List<CalendarComponent> events(CalendarAddress address) {
    var scope = CalendarAddresses.scopeOf(address);
    return plans.list(scope).stream()
        .flatMap(summary -> plans.find(scope, summary.id()).stream())
        .flatMap(plan -> events(plan, address.organisation()).stream())
        .toList();
  }

  private List<CalendarComponent> events(StoredPlan plan, String organisation) {
    Words words = new Words(plan.text());
    return PlanCalendar.of(plan, LocalDate.now(clock)).of(organisation).dated().stream()
        .map(entry -> event(plan, entry, words.of(entry.sentence())))
        .toList();
  }

  private static CalendarComponent event(StoredPlan plan, CalendarEntry entry, String sentence) {
    LocalDate day = entry.day().orElseThrow();
    Instant read = plan.summary().importedAt();
    String uid =
        "%s-%s-%d-%d-%s@jingtu"
            .formatted(
                plan.summary().id().value(),
                entry.kind(),
                entry.number(),
                entry.words().start(),
                day);
    VEvent event = new VEvent();
    event.setPropertyList(
        new PropertyList(
            List.of(
                new Uid(uid),
                new DtStamp(read),
                new DtStart<>(day),
                new Summary(title(entry, sentence)),
                new Description(sentence + "\n\n" + plan.summary().title()))));
    return event;
  }

  private static String title(CalendarEntry entry, String sentence) {
    String words = sentence.replaceAll("\\s", "");
    int length =
        words.offsetByCodePoints(
            0, Math.min(TITLE_LENGTH, words.codePointCount(0, words.length())));
    return entry.number() + " " + words.substring(0, length);
  }
}
