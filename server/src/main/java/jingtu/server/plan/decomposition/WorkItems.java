package jingtu.server.plan.decomposition;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.DocumentWorkChanged;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work items of plans and of the documents that bring further work. Whoever sees the plan sees
 * them; whoever governs its region changes them.
 */
@Repository
public class WorkItems {

  private static final String REMOVED = "-";

  private final JdbcClient jdbc;
  private final ItemRows rows;
  private final Plans plans;
  private final WorkSources sources;
  private final Regions regions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WorkItems(
      JdbcClient jdbc,
      Plans plans,
      WorkSources sources,
      Regions regions,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = new ItemRows(jdbc);
    this.plans = plans;
    this.sources = sources;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What comes of a list of changes. Whatever is not {@link Applied} has changed nothing. */
  public sealed interface Outcome {
    /** {@code items[i]} is what the i-th change left; an item that it removed, too. */
    record Applied(List<WorkItem> items) implements Outcome {
      public Applied {
        items = List.copyOf(items);
      }
    }

    /** No such plan or document, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** It is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}

    /** Items that somebody else changed meanwhile, as they are now. */
    record Stale(List<StoredItem> now) implements Outcome {
      public Stale {
        now = List.copyOf(now);
      }
    }

    /** Changes that would leave something broken; each place is an item's code. */
    record Refused(List<Finding> findings) implements Outcome {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /** The items of a plan with those of its documents, by code; none of a plan that is not seen. */
  @Transactional(readOnly = true)
  public List<WorkItem> list(Scope scope, PlanId plan) {
    return listAll(scope, plan).stream().filter(s -> !s.removed()).map(StoredItem::item).toList();
  }

  /** The same, and those that were removed. */
  @Transactional(readOnly = true)
  public List<StoredItem> listAll(Scope scope, PlanId plan) {
    return plans.findSummary(scope, plan).isPresent() ? rows.list(plan.value()) : List.of();
  }

  /** The items of a document, by code, and those that were removed. */
  @Transactional(readOnly = true)
  public List<StoredItem> listAll(Scope scope, SourceId source) {
    return sources.find(scope, source).isPresent() ? rows.list(source.value()) : List.of();
  }

  /** Applies all changes to the items of a plan and its documents, or none of them. */
  @Transactional
  public Outcome apply(Scope scope, PlanId id, List<WorkItemChange> changes) {
    return plans
        .findSummary(scope, id)
        .map(
            plan -> {
              if (!regions.governs(scope, plan.region())) {
                return new Outcome.NotYourRegion(plan.region());
              }
              lockPlan(id.value());
              return apply(scope, id.value(), Optional.of(id), changes);
            })
        .orElseGet(Outcome.Unknown::new);
  }

  /** Applies all changes to the items of a document, or none of them. */
  @Transactional
  public Outcome apply(Scope scope, SourceId id, List<WorkItemChange> changes) {
    return sources
        .find(scope, id)
        .map(
            source -> {
              if (!regions.governs(scope, source.region())) {
                return new Outcome.NotYourRegion(source.region());
              }
              source.plan().ifPresent(plan -> lockPlan(plan.value()));
              lockSource(id.value());
              return apply(scope, id.value(), source.plan(), changes);
            })
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome apply(Scope scope, UUID id, Optional<PlanId> plan, List<WorkItemChange> changes) {
    List<StoredItem> items = rows.list(id);
    ChangeCheck check = new ChangeCheck(items, changes);
    if (!check.faults().isEmpty()) {
      return new Outcome.Refused(check.faults());
    }
    if (!check.stale().isEmpty()) {
      return new Outcome.Stale(check.stale());
    }
    return write(scope, id, plan, items, changes);
  }

  private Outcome write(
      Scope scope,
      UUID id,
      Optional<PlanId> plan,
      List<StoredItem> items,
      List<WorkItemChange> changes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<WorkItemId, WorkItem> before =
        items.stream().map(StoredItem::item).collect(Collectors.toMap(WorkItem::id, i -> i));
    ItemCodes codes = new ItemCodes(List.copyOf(before.values()), new Places(jdbc));
    List<WorkItem> after = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (WorkItemChange change : changes) {
      switch (change) {
        case WorkItemChange.Add(WorkItem item) -> {
          WorkItem added = codes.coded(item).stored(1);
          rows.insert(owner(added.source(), id, plan), added, scope.username(), now);
          told.add("+" + added.code() + " " + added.organisation());
          after.add(added);
        }
        case WorkItemChange.Edit(WorkItem item) -> {
          WorkItem seen = known(before, item.id());
          WorkItem edited = seen.saying(item);
          if (edited.equals(seen)) {
            after.add(seen);
          } else {
            after.add(edited.stored(seen.version() + 1));
            rows.update(after.getLast(), false, scope.username(), now);
            told.add(difference(seen, edited));
          }
        }
        case WorkItemChange.Remove(WorkItemId item, int version) -> {
          after.add(known(before, item).stored(version + 1));
          rows.update(after.getLast(), true, scope.username(), now);
          told.add(REMOVED + after.getLast().code() + " " + after.getLast().organisation());
        }
        case WorkItemChange.Restore(WorkItemId item, int version) -> {
          after.add(known(before, item).stored(version + 1));
          rows.update(after.getLast(), false, scope.username(), now);
          told.add("+" + after.getLast().code() + " " + after.getLast().organisation());
        }
      }
    }
    if (!told.isEmpty()) {
      audit.record(scope, "decomposition.changed", id.toString(), String.join("; ", told));
    }
    after.stream()
        .map(WorkItem::source)
        .filter(ItemSource.OfDocument.class::isInstance)
        .map(source -> ((ItemSource.OfDocument) source).document().value())
        .distinct()
        .forEach(document -> events.publishEvent(new DocumentWorkChanged(document)));
    return new Outcome.Applied(after);
  }

  private static WorkItem known(Map<WorkItemId, WorkItem> items, WorkItemId id) {
    return Objects.requireNonNull(items.get(id), "checked before");
  }

  private static ItemRows.Owner owner(ItemSource source, UUID id, Optional<PlanId> plan) {
    return source instanceof ItemSource.OfDocument(SourceId document)
        ? new ItemRows.Owner(null, document.value())
        : new ItemRows.Owner(plan.map(PlanId::value).orElse(id), null);
  }

  /** What an edit changed, each cell before and after it, for the audit. */
  private static String difference(WorkItem before, WorkItem after) {
    return Stream.of(WorkItemColumn.values())
        .filter(column -> !said(column, before).equals(said(column, after)))
        .map(column -> column + ": " + said(column, before) + " -> " + said(column, after))
        .collect(Collectors.joining(", ", before.code() + " ", ""));
  }

  private static String said(WorkItemColumn column, WorkItem item) {
    return column.text(item, Language.ZH);
  }

  /** Those who change the items of one plan do so one after the other. */
  private void lockPlan(UUID plan) {
    jdbc.sql("select id from plan where id = :id for update")
        .param("id", plan)
        .query()
        .listOfRows();
  }

  private void lockSource(UUID source) {
    jdbc.sql("select id from work_source where id = :id for update")
        .param("id", source)
        .query()
        .listOfRows();
  }

  /** Asks the database for the numbers of tasks and obligations and the codes of documents. */
  private record Places(JdbcClient jdbc) implements ItemCodes.PlanPlaces {

    @Override
    public Optional<Integer> number(ItemSource source) {
      return switch (source) {
        case ItemSource.OfPlan(var task, var action) ->
            ordinal("select ordinal from task where id = :id", task.value());
        case ItemSource.OfObligation(UUID obligation) ->
            ordinal("select ordinal from obligation where id = :id", obligation);
        case ItemSource.OfDocument document -> Optional.empty();
        case ItemSource.ByHand hand -> Optional.empty();
      };
    }

    @Override
    public String code(SourceId document) {
      return jdbc.sql("select code from work_source where id = :id")
          .param("id", document.value())
          .query(String.class)
          .single();
    }

    private Optional<Integer> ordinal(String sql, UUID id) {
      return jdbc.sql(sql).param("id", id).query(Integer.class).optional().map(n -> n + 1);
    }
  }
}
