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
 * @param deadline in ISO 8601 as the plan reader writes it, or in free words
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
}
