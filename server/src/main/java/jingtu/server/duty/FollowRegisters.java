package jingtu.server.duty;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.register.DeadlineDropped;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.DeadlineMet;
import jingtu.server.register.DeadlineMoved;
import jingtu.server.register.DeadlineSet;
import jingtu.server.register.FunctionsChanged;
import jingtu.server.register.RecordDeadlines;
import jingtu.server.register.RecordDeadlines.Actor;
import jingtu.server.register.RecordDeadlines.RecordDue;
import jingtu.server.register.RecordDeadlines.Stage;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a duty for whatever is due for a record and each who has to do it, in the transaction that
 * changes the record. What a transaction changes of many records is looked at once, at its end. On
 * each new day all that is open is looked through, since what records are called may have changed.
 */
@Component
class FollowRegisters {

  private static final int AT_ONCE = 500;
  private static final String SUBJECT = "registers";

  private final RecordDeadlines deadlines;
  private final Organisations organisations;
  private final AlignDuties alignDuties;
  private final DutyRows rows;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicReference<LocalDate> lookedOn = new AtomicReference<>(LocalDate.MIN);

  FollowRegisters(
      RecordDeadlines deadlines,
      Organisations organisations,
      AlignDuties alignDuties,
      DutyRows rows,
      JdbcClient jdbc,
      Identifiers identifiers,
      TransactionTemplate transaction,
      Clock clock) {
    this.deadlines = deadlines;
    this.organisations = organisations;
    this.alignDuties = alignDuties;
    this.rows = rows;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void set(DeadlineSet set) {
    gathered().ids.add(set.deadline());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void moved(DeadlineMoved moved) {
    gathered().ids.add(moved.deadline());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void met(DeadlineMet met) {
    gathered().ids.add(met.deadline());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void dropped(DeadlineDropped dropped) {
    gathered().ids.add(dropped.deadline());
  }

  /** Whoever holds the function has it from now on. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void functions(FunctionsChanged changed) {
    inParts(openOnes(), this::follow);
  }

  /** Soon after the start, and then every hour, asks whether another day has begun. */
  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void dayBegins() {
    LocalDate today = OfficeDay.today(clock);
    if (!today.equals(lookedOn.getAndSet(today))) {
      inParts(openOnes(), part -> transaction.executeWithoutResult(status -> follow(part)));
    }
  }

  /** What is open in a register, and what a duty says is open. */
  private List<DeadlineId> openOnes() {
    Set<DeadlineId> open = new LinkedHashSet<>(deadlines.open(SystemScope.SYSTEM));
    jdbc.sql(
            """
            select distinct source.entry_id
            from duty join duty_source source on source.id = duty.source_id
            where source.origin = 'DEADLINE' and duty.ended_reason = ''
            """)
        .query((row, n) -> new DeadlineId(row.getObject("entry_id", UUID.class)))
        .list()
        .forEach(open::add);
    return List.copyOf(open);
  }

  private static void inParts(List<DeadlineId> ids, Consumer<List<DeadlineId>> each) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      each.accept(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
    }
  }

  private Gathered gathered() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Gathered.class::isInstance)
        .map(Gathered.class::cast)
        .findFirst()
        .orElseGet(
            () -> {
              Gathered fresh = new Gathered();
              TransactionSynchronizationManager.registerSynchronization(fresh);
              return fresh;
            });
  }

  /** What one transaction changed. */
  private final class Gathered implements TransactionSynchronization {

    private final Set<DeadlineId> ids = new LinkedHashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      inParts(List.copyOf(ids), FollowRegisters.this::follow);
    }
  }

  private void follow(Collection<DeadlineId> ids) {
    Map<UUID, Stage> stages = new HashMap<>();
    List<RecordDue> open = new ArrayList<>();
    for (RecordDue due : deadlines.list(SystemScope.SYSTEM, ids)) {
      stages.put(due.id().value(), due.stage());
      if (due.stage() == Stage.OPEN) {
        open.add(due);
      }
    }
    alignDuties.align(
        SystemScope.SYSTEM,
        SUBJECT,
        wanted(open),
        rows.ofDeadlines(
            ids.stream().map(DeadlineId::value).collect(toCollection(LinkedHashSet::new))),
        duty -> stages.get(duty.origin().entry()) == Stage.DONE ? Ended.DONE : Ended.NOT_ASKED);
  }

  private Map<String, Duty> wanted(List<RecordDue> open) {
    Map<UUID, Organisation> known = new HashMap<>();
    if (open.stream().anyMatch(due -> !due.actors().isEmpty())) {
      organisations.list(SystemScope.SYSTEM).forEach(each -> known.put(each.id(), each));
    }
    Map<String, Duty> wanted = new LinkedHashMap<>();
    for (RecordDue due : open) {
      if (due.actors().isEmpty()) {
        wanted.put(key(due, "", ""), duty(due, Assignee.named("")));
      }
      for (Actor actor : due.actors()) {
        Optional<Organisation> organisation =
            actor.organisation().flatMap(id -> Optional.ofNullable(known.get(id)));
        wanted.put(
            key(due, actor.name(), organisation.map(each -> each.id().toString()).orElse("")),
            duty(
                due, organisation.map(Assignee::of).orElseGet(() -> Assignee.named(actor.name()))));
      }
    }
    return wanted;
  }

  private static String key(RecordDue due, String name, String organisation) {
    return String.join("|", due.id().value().toString(), name, organisation);
  }

  private Duty duty(RecordDue due, Assignee assignee) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Duty(
        new DutyId(identifiers.next()),
        due.region(),
        new DutyOrigin.OfDeadline(due.register(), due.record(), due.id()),
        OpenDuties.chapter(due.registerName()),
        due.registerName() + " / " + due.title(),
        due.duty(),
        NameRole.ACTOR,
        assignee.name(),
        assignee,
        true,
        true,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(new DutyTime.Dated(due.day().toString(), "", false)),
        List.of(new DueDay(due.day(), false)),
        1,
        SystemScope.SYSTEM.username(),
        now);
  }
}
