package jingtu.server.duty.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.edge.Problem;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The messages of the regions that an account keeps, and what a person decides about them. */
@Repository
public class Reminders {

  /** How many are listed at once. */
  public static final int PAGE = 100;

  private static final String KEPT = " where region_code in (:governed) ";

  private final JdbcClient jdbc;
  private final ReminderRows rows;
  private final Outbox outbox;
  private final Addresses addresses;
  private final KeepReminderSettings settings;
  private final Reach reach;
  private final Audit audit;
  private final Clock clock;

  Reminders(
      JdbcClient jdbc,
      ReminderRows rows,
      Outbox outbox,
      Addresses addresses,
      KeepReminderSettings settings,
      Reach reach,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.outbox = outbox;
    this.addresses = addresses;
    this.settings = settings;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Which messages are asked for.
   *
   * @param before lists those that were written before this one
   */
  public record Filter(
      Optional<ReminderStatus> status, Optional<UUID> organisation, Optional<ReminderId> before) {}

  /** Those of a filter, the latest first, and one more than a page holds where there are more. */
  @Transactional(readOnly = true)
  public List<Reminder> list(Scope scope, Filter filter) {
    return reach
        .bind(
            jdbc.sql(
                ReminderRows.SELECT
                    + KEPT
                    + """
                      and (cast(:status as varchar) is null or status = :status)
                      and (cast(:whose as uuid) is null or organisation_id = :whose)
                      and (cast(:before as uuid) is null or id < :before)
                      order by id desc fetch first :limit rows only
                      """),
            scope)
        .param("status", filter.status().map(ReminderStatus::name).orElse(null))
        .param("whose", filter.organisation().orElse(null))
        .param("before", filter.before().map(ReminderId::value).orElse(null))
        .param("limit", PAGE + 1)
        .query(ReminderRows::reminder)
        .list();
  }

  /** Those of which a person has to say what became of them, the oldest first. */
  @Transactional(readOnly = true)
  public List<Reminder> unconfirmed(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                ReminderRows.SELECT
                    + KEPT
                    + " and status = 'UNCONFIRMED' and settled_by_name = '' order by id"),
            scope)
        .query(ReminderRows::reminder)
        .list();
  }

  /** All organisations that were ever written to, by name. */
  @Transactional(readOnly = true)
  public List<Addressee> addressees(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                "select organisation_id, max(organisation_name) as name from reminder"
                    + KEPT
                    + " and organisation_id is not null group by organisation_id order by 2"),
            scope)
        .query(
            (row, n) ->
                new Addressee(row.getObject("organisation_id", UUID.class), row.getString("name")))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Reminder> find(Scope scope, ReminderId id) {
    return rows.find(id).filter(found -> reach.keeps(scope, found.region()));
  }

  /** Notes that a message of which nobody knew has arrived. */
  @Transactional
  public Reminder arrived(Scope scope, ReminderId id) {
    Reminder found = get(scope, id);
    if (!found.isOpenQuestion() || !settle(found, scope)) {
      throw Problem.of(HttpStatus.CONFLICT, "reminder.out-of-turn");
    }
    rows.move(
        id,
        List.of(ReminderStatus.UNCONFIRMED),
        ReminderStatus.SENT,
        Trouble.ARRIVED,
        scope.username());
    rows.end(id, now());
    outbox.remember(found);
    audit.record(scope, "reminder.arrived", id.value().toString(), found.name());
    return get(scope, id);
  }

  /** Says a message again that failed or of which nobody knows: a new one, which names the old. */
  @Transactional
  public Reminder sendAgain(Scope scope, ReminderId id) {
    Reminder found = get(scope, id);
    boolean failed = found.status() == ReminderStatus.FAILED && found.settledBy().isEmpty();
    if (!(failed || found.isOpenQuestion()) || !settle(found, scope)) {
      throw Problem.of(HttpStatus.CONFLICT, "reminder.out-of-turn");
    }
    Draft same =
        new Draft(
            found.organisation(),
            found.name(),
            asked(found),
            found.subject(),
            found.body(),
            rows.asks(id));
    Instant start = settings.of(found.region()).quiet().endAfter(now());
    ReminderId fresh =
        outbox.put(
            found.region(),
            same,
            found.way(),
            target(found),
            new Outbox.Terms(
                scope.username(), found.urgent() ? now() : start, found.urgent(), Optional.of(id)));
    audit.record(scope, "reminder.sent-again", id.value().toString(), found.name());
    return get(scope, fresh);
  }

  /** Takes a message back that has not gone out. */
  @Transactional
  public Reminder cancel(Scope scope, ReminderId id) {
    Reminder found = get(scope, id);
    if (!outbox.cancel(id, Trouble.WITHDRAWN, scope.username())) {
      throw Problem.of(HttpStatus.CONFLICT, "reminder.out-of-turn");
    }
    audit.record(scope, "reminder.cancelled", id.value().toString(), found.name());
    return get(scope, id);
  }

  /** What a person has said again is asked by them; a test stays one. */
  private static Set<Reason> asked(Reminder found) {
    return found.reasons().contains(Reason.TEST) ? found.reasons() : Set.of(Reason.ASKED);
  }

  /** Another robot may have taken the place of the one that was written to. */
  private String target(Reminder found) {
    return addresses.of(found.region()).stream()
        .filter(one -> found.way().isRobot() && one.way() == found.way())
        .filter(one -> one.organisation().equals(found.organisation()))
        .findFirst()
        .map(Address::shown)
        .orElse(found.target());
  }

  /** False where another person was quicker. */
  private boolean settle(Reminder found, Scope scope) {
    return jdbc.sql(
                """
                update reminder set settled_by_name = :by
                where id = :id and settled_by_name = '' and status = :status
                """)
            .param("by", scope.username())
            .param("id", found.id().value())
            .param("status", found.status().name())
            .update()
        > 0;
  }

  private Reminder get(Scope scope, ReminderId id) {
    return find(scope, id).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "reminder.unknown"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Where no account belongs to a region there is nothing to set. */
  public static RegionCode region(Scope scope) {
    return scope.region().orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "reminder.no-region"));
  }
}
