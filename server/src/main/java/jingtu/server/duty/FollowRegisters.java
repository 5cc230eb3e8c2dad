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
import java.util.concurrent.atomic.AtomicBoolean;
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
import jingtu.server.register.RecordId;
import jingtu.server.register.RecordsChanged;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(FollowRegisters.class);
  private static final int AT_ONCE = 500;
  private static final int LONGEST_NAME = 200;
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

  /** What records are called may have changed, and the region that they lie in. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void records(RecordsChanged changed) {
    gathered().records.addAll(changed.records());
  }

  /** Whoever holds the function has it from now on. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void functions(FunctionsChanged changed) {
    inParts(deadlines.open(SystemScope.SYSTEM, changed.function()), this::follow);
  }

  /**
   * Soon after the start, and then every hour, asks whether another day has begun. A part that
   * fails leaves the others alone, and is looked through again an hour later.
   */
  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void dayBegins() {
    LocalDate today = OfficeDay.today(clock);
    if (today.equals(lookedOn.get())) {
      return;
    }
    AtomicBoolean whole = new AtomicBoolean(true);
    inParts(
        openOnes(),
        part -> {
          try {
            transaction.executeWithoutResult(status -> follow(part));
          } catch (RuntimeException failure) {
            whole.set(false);
            LOG.warn("cannot follow what is due for records", failure);
          }
        });
    if (whole.get()) {
      lookedOn.set(today);
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

  /** Of which deadlines of these records there are duties. */
  private List<DeadlineId> living(List<RecordId> records) {
    return jdbc.sql(
            """
            select distinct source.entry_id
            from duty join duty_source source on source.id = duty.source_id
            where source.record_id in (:records) and duty.ended_reason = ''
            """)
        .param("records", records.stream().map(RecordId::value).toList())
        .query((row, n) -> new DeadlineId(row.getObject("entry_id", UUID.class)))
        .list();
  }

  private static <T> void inParts(List<T> all, Consumer<List<T>> each) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      each.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
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
    private final Set<RecordId> records = new LinkedHashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      inParts(List.copyOf(records), part -> ids.addAll(living(part)));
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
        duty -> ended(Optional.ofNullable(stages.get(duty.origin().entry()))));
  }

  private static Ended ended(Optional<Stage> stage) {
    return stage
        .map(
            known ->
                switch (known) {
                  case DONE -> Ended.DONE;
                  case LAPSED -> Ended.LAPSED;
                  case OPEN, DROPPED -> Ended.NOT_ASKED;
                })
        .orElse(Ended.NOT_ASKED);
  }

  private Map<String, Duty> wanted(List<RecordDue> open) {
    Map<UUID, Organisation> known = new HashMap<>();
    if (open.stream().anyMatch(due -> !due.actors().isEmpty())) {
      organisations.list(SystemScope.SYSTEM).forEach(each -> known.put(each.id(), each));
    }
    Map<String, Duty> wanted = new LinkedHashMap<>();
    for (RecordDue due : open) {
      if (due.actors().isEmpty()) {
        wanted.put(key(due, Assignee.named("")), duty(due, Assignee.named("")));
      }
      for (Actor actor : due.actors()) {
        Optional<Organisation> organisation =
            actor.organisation().flatMap(id -> Optional.ofNullable(known.get(id)));
        Assignee assignee =
            organisation.map(Assignee::of).orElseGet(() -> Assignee.named(shortened(actor.name())));
        wanted.put(key(due, assignee), duty(due, assignee));
      }
    }
    return wanted;
  }

  /** A record may be called by any text. */
  private static String shortened(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /**
   * A record that moves to another region leaves the list of the office there. An organisation is
   * known by its id, so that it may be called otherwise.
   */
  private static String key(RecordDue due, Assignee assignee) {
    return String.join(
        "|",
        due.id().value().toString(),
        due.region().digits(),
        assignee.id().isPresent() ? "" : assignee.name(),
        assignee.id().map(UUID::toString).orElse(""));
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
