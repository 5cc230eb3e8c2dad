package jingtu.server.plan.revision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReading;
import jingtu.planreader.revision.Comparison;
import jingtu.planreader.revision.PlanComparison;
import jingtu.planreader.revision.PlanText;
import jingtu.planreader.revision.TaskPair;
import jingtu.server.plan.DraftId;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.ReviewDraft;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.revision.TaskMatches.TaskMatch;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds two registered plans against each other, or a draft against the plan that it revises. */
@Service
public class CompareVersions {

  private final Plans plans;
  private final ReviewDraft reviewDraft;
  private final TaskMatches matches;

  CompareVersions(Plans plans, ReviewDraft reviewDraft, TaskMatches matches) {
    this.plans = plans;
    this.reviewDraft = reviewDraft;
    this.matches = matches;
  }

  /**
   * Two versions held against each other.
   *
   * @param newer absent where the newer version is a draft
   * @param newerText the newer version, draft or not
   * @param consecutive whether the newer one directly follows the older, so that its tasks are
   *     paired as is kept
   * @param byHand the pairs that a person said, among those of the comparison
   */
  public record Compared(
      StoredPlan older,
      Optional<StoredPlan> newer,
      PlanText newerText,
      Comparison comparison,
      boolean consecutive,
      List<TaskPair> byHand) {

    public Compared {
      byHand = List.copyOf(byHand);
    }
  }

  /** Two registered plans; empty where one of them is not seen. */
  @Transactional(readOnly = true)
  public Optional<Compared> of(Scope scope, PlanId older, PlanId newer) {
    return plans
        .find(scope, older)
        .flatMap(before -> plans.find(scope, newer).map(after -> compare(scope, before, after)));
  }

  private Compared compare(Scope scope, StoredPlan before, StoredPlan after) {
    boolean consecutive =
        after
            .summary()
            .life()
            .revises()
            .filter(older -> older.other().equals(before.summary().id()))
            .isPresent();
    if (!consecutive) {
      return new Compared(
          before,
          Optional.of(after),
          text(after),
          PlanComparison.of(text(before), text(after)),
          false,
          List.of());
    }
    List<TaskMatch> kept = matches.list(scope, after.summary().id());
    return new Compared(
        before,
        Optional.of(after),
        text(after),
        PlanComparison.of(text(before), text(after), pairs(kept, before, after)),
        true,
        pairs(kept.stream().filter(TaskMatch::byHand).toList(), before, after));
  }

  private static List<TaskPair> pairs(
      List<TaskMatch> matches, StoredPlan before, StoredPlan after) {
    List<TaskId> olds = before.taskIds();
    List<TaskId> news = after.taskIds();
    return matches.stream()
        .map(match -> new TaskPair(olds.indexOf(match.older()), news.indexOf(match.newer())))
        .toList();
  }

  /** A draft and the plan that it revises; empty where it revises none, or either is not seen. */
  @Transactional(readOnly = true)
  public Optional<Compared> ofDraft(Scope scope, DraftId draft) {
    return switch (reviewDraft.of(scope, draft)) {
      case ReviewDraft.Outcome.Read(var reading) ->
          reading
              .draft()
              .revises()
              .flatMap(older -> plans.find(scope, older))
              .map(before -> mostAlike(before, reading.reading()));
      case ReviewDraft.Outcome.Refused refused -> Optional.empty();
      case ReviewDraft.Outcome.Unknown none -> Optional.empty();
    };
  }

  /** Of several plans in the file the one that most tasks are found in. */
  private static Compared mostAlike(StoredPlan before, PlanReading reading) {
    return IntStream.range(0, reading.plans().size())
        .mapToObj(i -> PlanText.of(reading, i))
        .map(
            after ->
                new Compared(
                    before,
                    Optional.empty(),
                    after,
                    PlanComparison.of(text(before), after),
                    false,
                    List.of()))
        .max(Comparator.comparingInt(compared -> compared.comparison().tasks().size()))
        .orElseThrow();
  }

  static PlanText text(StoredPlan plan) {
    return new PlanText(plan.text(), plan.passages(), plan.reading());
  }
}
