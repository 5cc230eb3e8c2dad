package jingtu.server.plan.decomposition;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.planreader.Task;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes work from the plan itself: to each lead of a task the sentences that name nobody, to
 * whoever a sentence names that sentence, to everybody else in the clause the task as a whole.
 */
@Service
public class ProposeWork {

  private final Plans plans;
  private final WorkItems items;
  private final Identifiers identifiers;
  private final JdbcClient jdbc;

  ProposeWork(Plans plans, WorkItems items, Identifiers identifiers, JdbcClient jdbc) {
    this.plans = plans;
    this.items = items;
    this.identifiers = identifiers;
    this.jdbc = jdbc;
  }

  /**
   * An item that could be taken.
   *
   * @param key names it until the plan or its items change
   */
  public record Proposal(String key, WorkItem item) {}

  /** What is not among the items yet, in the plan's order; empty where there is no such plan. */
  @Transactional(readOnly = true)
  public Optional<List<Proposal>> list(Scope scope, PlanId id) {
    return plans
        .find(scope, id)
        .map(
            plan -> {
              Set<String> there =
                  items.list(scope, id).stream().map(ProposeWork::key).collect(toSet());
              Map<String, Proposal> proposals = new LinkedHashMap<>();
              PlanSentences.of(plan, jdbc).places().stream()
                  .flatMap(place -> ofPlace(place).stream())
                  .filter(item -> !there.contains(key(item)))
                  .forEach(item -> proposals.putIfAbsent(key(item), new Proposal(key(item), item)));
              return List.copyOf(proposals.values());
            });
  }

  /** Takes those that are named; one that is not proposed any more is left out. */
  @Transactional
  public WorkItems.Outcome take(Scope scope, PlanId id, Set<String> keys) {
    List<WorkItemChange> wanted =
        list(scope, id).orElse(List.of()).stream()
            .filter(proposal -> keys.contains(proposal.key()))
            .<WorkItemChange>map(proposal -> new WorkItemChange.Add(proposal.item()))
            .toList();
    return items.apply(scope, id, wanted);
  }

  private List<WorkItem> ofPlace(PlanSentences.Place place) {
    return switch (place.source()) {
      case ItemSource.OfPlan(var id, var action) -> ofTask(place, place.task().orElseThrow());
      case ItemSource.OfObligation duty ->
          place.actor().map(actor -> item(place, actor, ItemRole.ACTOR)).stream().toList();
      case ItemSource.OfDocument document -> List.of();
      case ItemSource.ByHand hand -> List.of();
    };
  }

  private List<WorkItem> ofTask(PlanSentences.Place place, Task task) {
    if (place.actor().isPresent()) {
      String actor = place.actor().get();
      return List.of(item(place, actor, roleOf(actor, task)));
    }
    boolean whole = place.sentence().isEmpty();
    List<WorkItem> work = new ArrayList<>();
    if (!whole || task.actions().isEmpty()) {
      task.lead().forEach(lead -> work.add(item(place, lead, ItemRole.LEAD)));
    }
    if (whole) {
      task.responsible().forEach(name -> work.add(item(place, name, ItemRole.RESPONSIBLE)));
      task.participants().forEach(name -> work.add(item(place, name, ItemRole.PARTICIPANT)));
      task.implementers().forEach(name -> work.add(item(place, name, ItemRole.IMPLEMENTER)));
    }
    return work;
  }

  private static ItemRole roleOf(String name, Task task) {
    return switch (NameRole.of(name, task)) {
      case LEAD -> ItemRole.LEAD;
      case RESPONSIBLE -> ItemRole.RESPONSIBLE;
      case PARTICIPANT -> ItemRole.PARTICIPANT;
      case IMPLEMENTER -> ItemRole.IMPLEMENTER;
      case ACTOR -> ItemRole.ACTOR;
    };
  }

  private WorkItem item(PlanSentences.Place place, String organisation, ItemRole role) {
    return new WorkItem(
        new WorkItemId(identifiers.next()),
        "",
        place.source(),
        place.heading(),
        place.excerpt(),
        place.sentence(),
        organisation,
        role,
        "",
        String.join(WrittenList.separator(Language.ZH), place.targets()),
        Optional.of(place.deadlines()),
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        0);
  }

  /** Work of the same source that falls to the same organisation in the same role is the same. */
  private static String key(WorkItem item) {
    String place =
        switch (item.source()) {
          case ItemSource.OfPlan(var task, var action) -> action.orElse(task.value()).toString();
          case ItemSource.OfObligation(var obligation) -> obligation.toString();
          case ItemSource.OfDocument(var document) -> document.value().toString();
          case ItemSource.ByHand hand -> "";
        };
    return Stream.of(place, item.role().name(), item.organisation())
        .collect(Collectors.joining(" "));
  }
}
