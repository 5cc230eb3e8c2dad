package jingtu.server.plan.decomposition;

import java.util.List;
import java.util.Optional;

/**
 * A piece of work that falls to one organisation.
 *
 * @param code short, alone in its plan and never given to another item, such as 3-1, and 3-1-2 for
 *     what was handed down from it; empty before the item is stored
 * @param heading the headings above, as printed
 * @param task an excerpt of the task, as printed
 * @param sentence the action, as printed when the item was made; later corrections of the plan do
 *     not touch it
 * @param organisation to whom it falls; any name, also of a village or an enterprise
 * @param work what is to be done
 * @param standard when it counts as done
 * @param deadline a day in ISO 8601, or in free words
 * @param deliverables what is handed in at the end
 * @param leader who answers for it among the leaders
 * @param person who does it
 * @param liaison through whom the organisation is reached
 * @param parent the item that this one was handed down from
 * @param version grows with each change; 0 before the item is stored
 */
public record WorkItem(
    WorkItemId id,
    String code,
    ItemSource source,
    String heading,
    String task,
    String sentence,
    String organisation,
    ItemRole role,
    String work,
    String standard,
    Optional<String> deadline,
    List<YearShare> years,
    List<Milestone> milestones,
    String deliverables,
    String leader,
    String person,
    String liaison,
    String telephone,
    Optional<WorkItemId> parent,
    int version) {

  public WorkItem {
    years = List.copyOf(years);
    milestones = List.copyOf(milestones);
    deadline = deadline.map(String::strip).filter(words -> !words.isEmpty());
  }

  /** An item that says nothing yet and has not been stored. */
  public static WorkItem blank(WorkItemId id, ItemSource source) {
    return new WorkItem(
        id,
        "",
        source,
        "",
        "",
        "",
        "",
        ItemRole.IMPLEMENTER,
        "",
        "",
        Optional.empty(),
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

  /** This item, handed down from another: it has the other's source and printed words. */
  public WorkItem below(WorkItem above) {
    WorkItem printed =
        new ItemFields(this)
            .heading(above.heading)
            .task(above.task)
            .sentence(above.sentence)
            .item();
    return printed.placed(id, above.source, Optional.of(above.id), version);
  }

  /** This item, handed down from one that is only known by its id. */
  public WorkItem below(WorkItemId above) {
    return placed(id, source, Optional.of(above), version);
  }

  /** What this item says, as an edit of the item with that id in the version that was seen. */
  public WorkItem seenAs(WorkItemId seen, int seenVersion) {
    return placed(seen, source, parent, seenVersion);
  }

  private WorkItem placed(
      WorkItemId newId, ItemSource newSource, Optional<WorkItemId> newParent, int newVersion) {
    return new WorkItem(
        newId,
        code,
        newSource,
        heading,
        task,
        sentence,
        organisation,
        role,
        work,
        standard,
        deadline,
        years,
        milestones,
        deliverables,
        leader,
        person,
        liaison,
        telephone,
        newParent,
        newVersion);
  }

  /** The same with another version. */
  WorkItem stored(int newVersion) {
    return stored(code, newVersion);
  }

  /** The same under a code. */
  WorkItem stored(String newCode, int newVersion) {
    return new WorkItem(
        id,
        newCode,
        source,
        heading,
        task,
        sentence,
        organisation,
        role,
        work,
        standard,
        deadline,
        years,
        milestones,
        deliverables,
        leader,
        person,
        liaison,
        telephone,
        parent,
        newVersion);
  }

  /** This item, saying what another says: code, source, parent and version stay. */
  WorkItem saying(WorkItem other) {
    return new WorkItem(
        id,
        code,
        source,
        other.heading,
        other.task,
        other.sentence,
        other.organisation,
        other.role,
        other.work,
        other.standard,
        other.deadline,
        other.years,
        other.milestones,
        other.deliverables,
        other.leader,
        other.person,
        other.liaison,
        other.telephone,
        parent,
        version);
  }
}
