package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jingtu.server.register.DeadlineDropped;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.DeadlineMet;
import jingtu.server.register.DeadlineMoved;
import jingtu.server.register.DeadlineSet;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.RecordsChanged;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DeadlineRule;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.FieldVariables;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.lifecycle.Deadline.Standing;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.vocabulary.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what is due in line with the records, their definitions and the calendar: in the
 * transaction that changes a record, when a definition is applied, and on each new day. Tells of
 * every change by an event in the same transaction.
 */
@Service
class KeepDeadlines {

  private static final int RECORDS_AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Definitions definitions;
  private final ReadFacts facts;
  private final DeadlineRows rows;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicReference<LocalDate> reckonedOn = new AtomicReference<>(LocalDate.MIN);

  KeepDeadlines(
      Definitions definitions,
      ReadFacts facts,
      DeadlineRows rows,
      Identifiers identifiers,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.definitions = definitions;
    this.facts = facts;
    this.rows = rows;
    this.identifiers = identifiers;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void recordsChanged(RecordsChanged changed) {
    definitions
        .current(changed.register())
        .ifPresent(definition -> reckonInParts(definition, List.copyOf(changed.records())));
  }

  /** Rules may have come, changed or gone. */
  @EventListener
  void definitionApplied(DefinitionApplied applied) {
    definitions
        .current(applied.register())
        .filter(definition -> !definition.deadlines().isEmpty() || rows.anyOpen(definition.id()))
        .ifPresent(this::reckonAll);
  }

  /** Asks soon after the start, and then every hour, whether another day has begun. */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void dayBegins() {
    LocalDate today = OfficeDay.today(clock);
    if (!today.equals(reckonedOn.getAndSet(today))) {
      definitions.all().stream()
          .filter(definition -> !definition.deadlines().isEmpty())
          .forEach(this::reckonAll);
    }
  }

  /** Reckons every record of a register, some hundred in a transaction. */
  void reckonAll(Definition definition) {
    UUID after = BEFORE_ALL;
    List<RecordId> page = facts.page(definition.id(), after, RECORDS_AT_ONCE);
    while (!page.isEmpty()) {
      List<RecordId> records = page;
      transaction.executeWithoutResult(t -> reckon(definition, records));
      page = facts.page(definition.id(), page.getLast().value(), RECORDS_AT_ONCE);
    }
  }

  private void reckonInParts(Definition definition, List<RecordId> records) {
    for (int from = 0; from < records.size(); from += RECORDS_AT_ONCE) {
      reckon(definition, records.subList(from, Math.min(records.size(), from + RECORDS_AT_ONCE)));
    }
  }

  private void reckon(Definition definition, Collection<RecordId> records) {
    if (definition.deadlines().isEmpty() && rows.list(records).isEmpty()) {
      return;
    }
    List<Facts> held = facts.hold(definition, records);
    Map<RecordId, List<Deadline>> before = rows.list(records);
    LocalDate today = OfficeDay.today(clock);
    List<DeadlineChange> changes = new ArrayList<>();
    for (Facts record : held) {
      changes.addAll(
          changes(definition, record, before.getOrDefault(record.record(), List.of()), today));
    }
    store(definition.id(), changes);
    changes.forEach(this::tell);
  }

  private List<DeadlineChange> changes(
      Definition definition, Facts record, List<Deadline> before, LocalDate today) {
    Map<String, List<Deadline>> byRule = before.stream().collect(groupingBy(Deadline::rule));
    List<DeadlineChange> changes = new ArrayList<>();
    for (DeadlineRule rule : definition.deadlines()) {
      Reckoning reckoning =
          new Reckoning(
              rule,
              definition.lifecycle(),
              WorkingDays.shipped(),
              applies(definition, rule, record),
              record,
              today,
              () -> new DeadlineId(identifiers.next()));
      changes.addAll(reckoning.changes(byRule.getOrDefault(rule.id(), List.of())));
    }
    Set<String> rules = definition.deadlines().stream().map(DeadlineRule::id).collect(toSet());
    before.stream()
        .filter(Deadline::isOpen)
        .filter(deadline -> !rules.contains(deadline.rule()))
        .map(deadline -> new DeadlineChange.Dropped(deadline.with(new Standing.Dropped(today))))
        .forEach(changes::add);
    return changes;
  }

  /** Whether a rule's condition holds; where that is not known, nothing is due. */
  private static boolean applies(Definition definition, DeadlineRule rule, Facts record) {
    return rule.applies()
        .map(
            test ->
                Expression.compile(FieldVariables.of(definition), test, Expression.Kind.BOOLEAN)
                    .evaluate(record.content(), record.state(), field -> true)
                    .holds())
        .orElse(true);
  }

  private void store(RegisterId register, List<DeadlineChange> changes) {
    List<Deadline> fresh = new ArrayList<>();
    List<Deadline> changed = new ArrayList<>();
    for (DeadlineChange change : changes) {
      boolean isNew =
          change instanceof DeadlineChange.Set || change instanceof DeadlineChange.Noted;
      (isNew ? fresh : changed).add(change.deadline());
    }
    rows.insert(register, fresh);
    rows.update(changed);
  }

  private void tell(DeadlineChange change) {
    switch (change) {
      case DeadlineChange.Set(Deadline it) -> events.publishEvent(new DeadlineSet(it.id()));
      case DeadlineChange.Reopened(Deadline it) -> events.publishEvent(new DeadlineSet(it.id()));
      case DeadlineChange.Moved(Deadline it) -> events.publishEvent(new DeadlineMoved(it.id()));
      case DeadlineChange.Met(Deadline it) -> events.publishEvent(new DeadlineMet(it.id()));
      case DeadlineChange.Dropped(Deadline it) -> events.publishEvent(new DeadlineDropped(it.id()));
      case DeadlineChange.Noted noted -> {}
      case DeadlineChange.Amended amended -> {}
    }
  }
}
