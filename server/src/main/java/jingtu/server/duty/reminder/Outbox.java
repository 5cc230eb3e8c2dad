package jingtu.server.duty.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.duty.chase.Chases;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that are to go out, go out or went out. A message is marked as on its way in a
 * transaction of its own before anything leaves the house; what is found so marked when the program
 * starts may have arrived, becomes 未确认, and goes out again only when a person says so.
 */
@Repository
class Outbox {

  /** How long it is waited after each attempt that certainly failed, but may go better later. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

  private final JdbcClient jdbc;
  private final ReminderRows rows;
  private final Chases chases;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  Outbox(
      JdbcClient jdbc,
      ReminderRows rows,
      Chases chases,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.chases = chases;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** When and on whose word a message goes out. */
  record Terms(String by, Instant notBefore, boolean urgent, Optional<ReminderId> repeats) {}

  /** Puts a message in, waiting. */
  @Transactional
  ReminderId put(RegionCode region, Draft draft, Way way, String target, Terms terms) {
    ReminderId id = new ReminderId(identifiers.next());
    rows.insert(
        new Reminder(
            id,
            region,
            draft.organisation(),
            draft.name(),
            way,
            target,
            draft.reasons(),
            draft.subject(),
            draft.body(),
            ReminderStatus.WAITING,
            Trouble.NONE,
            "",
            terms.urgent(),
            terms.notBefore(),
            0,
            terms.by(),
            now(),
            Optional.empty(),
            Optional.empty(),
            terms.repeats(),
            Optional.empty()),
        draft.asks());
    return id;
  }

  /** Those whose time has come, the oldest first. */
  @Transactional(readOnly = true)
  List<Reminder> due() {
    return jdbc.sql(
            ReminderRows.SELECT
                + " where status = 'WAITING' and not_before <= :now order by not_before, id")
        .param("now", ReminderRows.at(now()))
        .query(ReminderRows::reminder)
        .list();
  }

  /**
   * Marks a message as on its way. Stored when this returns, whatever happens afterwards.
   *
   * @return false where somebody else has it
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  boolean take(ReminderId id) {
    return jdbc.sql(
                """
                update reminder set status = 'SENDING', attempts = attempts + 1, started_at = :now
                where id = :id and status = 'WAITING'
                """)
            .param("id", id.value())
            .param("now", ReminderRows.at(now()))
            .update()
        > 0;
  }

  /** Notes how the attempt ended, also where a start of the program doubted it meanwhile. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void note(Reminder taken, Delivery delivery) {
    switch (delivery) {
      case Delivery.Taken none -> {
        if (finish(taken, ReminderStatus.SENT, Trouble.NONE, "")) {
          remember(taken);
        }
      }
      case Delivery.Unknown(String said) ->
          finish(taken, ReminderStatus.UNCONFIRMED, Trouble.NO_ANSWER, said);
      case Delivery.NotTaken(Trouble why, String said, boolean passing) -> {
        if (passing && taken.attempts() < PAUSES.size()) {
          later(taken, why, said);
        } else {
          finish(taken, ReminderStatus.FAILED, why, said);
        }
      }
    }
  }

  /** Takes a waiting message back. */
  @Transactional
  boolean cancel(ReminderId id, Trouble why, String said) {
    boolean cancelled =
        rows.move(id, List.of(ReminderStatus.WAITING), ReminderStatus.CANCELLED, why, said);
    if (cancelled) {
      rows.end(id, now());
    }
    return cancelled;
  }

  /** What the program was sending when it stopped may have arrived: nobody knows. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void doubtWhatWasOnItsWay() {
    int doubted =
        jdbc.sql(
                """
                update reminder set status = 'UNCONFIRMED', trouble = 'STOPPED', said = ''
                where status = 'SENDING'
                """)
            .update();
    if (doubted > 0) {
      audit.record(Audit.SYSTEM, "reminder.doubted", "", String.valueOf(doubted));
    }
  }

  /** Writes it into the record of chases of each round-up that it asks about. */
  void remember(Reminder sent) {
    sent.organisation()
        .ifPresent(
            organisation ->
                rows.asks(sent.id())
                    .forEach(
                        ask ->
                            chases.noteSent(
                                new RoundId(ask.round()),
                                organisation,
                                sent.way().chase(),
                                ask.text(),
                                sent.by())));
  }

  /** False where somebody has said meanwhile what became of it. */
  private boolean finish(Reminder taken, ReminderStatus status, Trouble why, String said) {
    boolean moved =
        rows.move(
            taken.id(),
            List.of(ReminderStatus.SENDING, ReminderStatus.UNCONFIRMED),
            status,
            why,
            said);
    if (moved && status != ReminderStatus.UNCONFIRMED) {
      rows.end(taken.id(), now());
    }
    return moved;
  }

  private void later(Reminder taken, Trouble why, String said) {
    if (!rows.move(
        taken.id(), List.of(ReminderStatus.SENDING), ReminderStatus.WAITING, why, said)) {
      return;
    }
    jdbc.sql("update reminder set not_before = :then where id = :id")
        .param("id", taken.id().value())
        .param("then", ReminderRows.at(now().plus(PAUSES.get(taken.attempts()))))
        .update();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
