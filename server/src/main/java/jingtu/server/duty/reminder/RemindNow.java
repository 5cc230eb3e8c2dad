package jingtu.server.duty.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.round.Round;
import jingtu.server.edge.Problem;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends what a person asks for: reminders of a round-up to chosen organisations, and tests. */
@Service
public class RemindNow {

  private final Addresses addresses;
  private final KeepReminderSettings settings;
  private final MailCourier mail;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Reach reach;
  private final Audit audit;
  private final Clock clock;

  RemindNow(
      Addresses addresses,
      KeepReminderSettings settings,
      MailCourier mail,
      Outbox outbox,
      JdbcClient jdbc,
      Reach reach,
      Audit audit,
      Clock clock) {
    this.addresses = addresses;
    this.settings = settings;
    this.mail = mail;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is done where the hours are quiet. */
  public enum InQuietHours {
    /** Nothing is sent; it is said until when they are. */
    ASK,
    WAIT,
    SEND
  }

  /**
   * What was put into the outbox.
   *
   * @param messages how many; those that wait there already are not put in twice
   * @param unreached names of organisations that have no address to which anything can be sent
   * @param from when they go out, where that is later than now
   */
  public record Put(int messages, List<String> unreached, Optional<Instant> from) {

    public Put {
      unreached = List.copyOf(unreached);
    }
  }

  /**
   * Asks organisations for what they owe in a round-up.
   *
   * @throws Problem where the scope does not keep the round-up, or the hours are quiet and nobody
   *     said what to do then
   */
  @Transactional
  public Put ask(Scope scope, Round round, Collection<Owing> owing, InQuietHours then) {
    if (!reach.keeps(scope, round.region())) {
      throw Problem.of(HttpStatus.NOT_FOUND, "round.unknown");
    }
    Instant now = now();
    Instant start = settings.of(round.region()).quiet().endAfter(now);
    if (start.isAfter(now) && then == InQuietHours.ASK) {
      throw Problem.of(HttpStatus.CONFLICT, "reminder.quiet", local(start)).with("until", start);
    }
    boolean urgent = then == InQuietHours.SEND;
    Outbox.Terms terms =
        new Outbox.Terms(scope.username(), urgent ? now : start, urgent, Optional.empty());
    List<Address> usable = usable(round.region());
    int messages = 0;
    for (Owing one : owing) {
      for (Address to : usable) {
        messages += reaches(to, one) ? put(round, one, to, terms) : 0;
      }
    }
    if (messages > 0) {
      audit.record(
          scope, "reminder.asked", round.id().value().toString(), String.valueOf(messages));
    }
    return new Put(
        messages,
        owing.stream()
            .filter(one -> usable.stream().noneMatch(to -> reaches(to, one)))
            .map(Owing::name)
            .toList(),
        Optional.of(terms.notBefore()).filter(at -> at.isAfter(now)));
  }

  /**
   * Tries a mailbox, whether or not anything is switched on, at once.
   *
   * @throws Problem where no mail can go out, or the address is none
   */
  @Transactional
  public ReminderId tryMail(Scope scope, RegionCode region, String address) {
    if (mail.sender().isEmpty()) {
      throw Problem.of(HttpStatus.CONFLICT, "reminder.no-mail");
    }
    if (!MailCourier.isAddress(address)) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reminder.no-address", address);
    }
    return test(scope, region, Optional.empty(), "", Way.EMAIL, address.strip());
  }

  /**
   * Tries the robot of an organisation, or of the group of the region.
   *
   * @throws Problem where there is none
   */
  @Transactional
  public ReminderId tryRobot(
      Scope scope, RegionCode region, Optional<UUID> organisation, String name) {
    Address robot =
        addresses.of(region).stream()
            .filter(one -> one.way().isRobot() && one.organisation().equals(organisation))
            .findFirst()
            .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "reminder.no-robot"));
    return test(scope, region, organisation, name, robot.way(), robot.shown());
  }

  private ReminderId test(
      Scope scope,
      RegionCode region,
      Optional<UUID> organisation,
      String name,
      Way way,
      String target) {
    if (!reach.keeps(scope, region)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "reminder.no-region");
    }
    Draft draft =
        new Draft(
            organisation,
            name,
            Set.of(Reason.TEST),
            say("test.subject"),
            say("test.body", scope.username()),
            List.of());
    ReminderId id =
        outbox.put(
            region,
            draft,
            way,
            target,
            new Outbox.Terms(scope.username(), now(), true, Optional.empty()));
    audit.record(scope, "reminder.tested", id.value().toString(), way.name());
    return id;
  }

  private List<Address> usable(RegionCode region) {
    return addresses.of(region).stream()
        .filter(one -> one.way().isRobot() || mail.sender().isPresent())
        .toList();
  }

  private static boolean reaches(Address to, Owing one) {
    return to.organisation().equals(Optional.of(one.organisation()));
  }

  private int put(Round round, Owing one, Address to, Outbox.Terms terms) {
    if (waits(round, one, to)) {
      return 0;
    }
    Draft draft =
        new Draft(
            Optional.of(one.organisation()),
            one.name(),
            Set.of(Reason.ASKED),
            say("subject.asked", one.name()),
            one.text(),
            List.of(new Draft.Ask(round.id().value(), one.text())));
    outbox.put(round.region(), draft, to.way(), to.shown(), terms);
    return 1;
  }

  /** Who clicks twice does not write twice. */
  private boolean waits(Round round, Owing one, Address to) {
    return jdbc.sql(
                """
                select count(*) from reminder join reminder_round asked
                  on asked.reminder_id = reminder.id
                where asked.round_id = :round and reminder.organisation_id = :organisation
                  and reminder.way = :way and reminder.target = :target
                  and reminder.reasons = 'ASKED' and reminder.status in ('WAITING', 'SENDING')
                """)
            .param("round", round.id().value())
            .param("organisation", one.organisation())
            .param("way", to.way().name())
            .param("target", to.shown())
            .query(Long.class)
            .single()
        > 0;
  }

  private static String local(Instant moment) {
    return moment.atZone(OfficeDay.ZONE).toLocalDateTime().toString().replace('T', ' ');
  }

  private static String say(String key, Object... arguments) {
    return Messages.say(Message.of("reminder." + key, arguments), Language.ZH);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
