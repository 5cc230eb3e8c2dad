package jingtu.server.plan.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.planreader.Doubt;
import jingtu.planreader.ReadPlan;
import jingtu.server.plan.DraftReading;
import jingtu.server.plan.EntryState;
import jingtu.server.plan.EntryStates;
import jingtu.server.plan.FindingState;
import jingtu.server.plan.ReviewItem;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.Words;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the review page shows it.
 *
 * @param fingerprint to be sent back with the adoption
 * @param plans the plans of the file, in its order
 * @param accepted the items that were found to be right, such as {@code task-0-12}
 */
record DraftView(
    DraftSummary draft, String fingerprint, List<DraftPlanView> plans, List<String> accepted) {

  static DraftView of(DraftReading reading, Language language) {
    Words words = new Words(reading.reading().text());
    return new DraftView(
        DraftSummary.of(reading.draft()),
        reading.fingerprint(),
        IntStream.range(0, reading.entries().size())
            .mapToObj(plan -> DraftPlanView.of(reading, plan, words, language))
            .toList(),
        sorted(reading.accepted()));
  }

  private static List<String> sorted(Set<ReviewItem> items) {
    return items.stream().map(ReviewItem::toString).sorted().toList();
  }

  /**
   * One plan of the file, with offsets and texts as a registered plan has them. The first one's
   * findings hold those of the file as a whole, too.
   *
   * @param entry what the register would say of it
   */
  record DraftPlanView(
      EntryForm entry,
      @Nullable String disclosure,
      List<PlanView.PassageView> passages,
      List<PlanView.GoalView> goals,
      List<PlanView.TaskView> tasks,
      List<PlanView.ObligationView> obligations,
      List<PlanView.FindingView> findings) {

    private static DraftPlanView of(
        DraftReading reading, int index, Words words, Language language) {
      ReadPlan plan = reading.reading().plans().get(index);
      EntryStates states = EntryStates.asRead(plan, UUID::randomUUID);
      List<TaskId> ids = states.tasks().stream().map(EntryState::id).map(TaskId::new).toList();
      List<Doubt> findings =
          Stream.concat(
                  plan.findings().stream(),
                  index == 0 ? reading.reading().findings().stream() : Stream.empty())
              .toList();
      return new DraftPlanView(
          EntryForm.of(reading.entries().get(index)),
          plan.head().disclosure().orElse(null),
          PlanView.PassageView.listOf(
              reading.passages(index), new PlanView.TasksByPlace(ids, plan.tasks()), words),
          PlanView.GoalView.listOf(states.goals(), plan.goals(), words),
          PlanView.TaskView.listOf(states.tasks(), plan.tasks(), words),
          PlanView.ObligationView.listOf(states.obligations(), plan.obligations(), words),
          PlanView.FindingView.listOf(waiting(findings.size()), findings, language));
    }

    private static List<FindingState> waiting(int findings) {
      return IntStream.range(0, findings)
          .mapToObj(number -> new FindingState(number, Optional.empty()))
          .toList();
    }
  }
}
