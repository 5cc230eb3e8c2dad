package jingtu.server.plan.revision.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.planreader.Task;
import jingtu.planreader.revision.Change;
import jingtu.planreader.revision.Comparison;
import jingtu.planreader.revision.FieldChange;
import jingtu.planreader.revision.Place;
import jingtu.planreader.revision.Renumbered;
import jingtu.planreader.revision.SentenceChange;
import jingtu.planreader.revision.Stretch;
import jingtu.planreader.revision.TaskPair;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.revision.CompareVersions.Compared;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a plan to another.
 *
 * @param after absent where the newer version is a draft
 * @param consecutive whether the newer directly follows the older, so that its tasks can be paired
 *     by hand
 * @param lifeVersion of the newer one, to be sent back with a pairing
 * @param olderTasks the tasks of the older version, in its order
 * @param newerTasks the tasks of the newer version, each with those that it was
 */
record ComparisonView(
    UUID before,
    String beforeTitle,
    @Nullable UUID after,
    String afterTitle,
    boolean consecutive,
    @Nullable Integer lifeVersion,
    List<VersionChangeView> changes,
    List<NumberView> numbering,
    List<OlderTaskView> olderTasks,
    List<NewerTaskView> newerTasks) {

  static ComparisonView of(Compared compared) {
    Comparison comparison = compared.comparison();
    StoredPlan older = compared.older();
    Optional<StoredPlan> newer = compared.newer();
    return new ComparisonView(
        older.summary().id().value(),
        older.summary().title(),
        newer.map(plan -> plan.summary().id().value()).orElse(null),
        newer
            .map(plan -> plan.summary().title())
            .orElseGet(() -> compared.newerText().plan().head().title()),
        compared.consecutive(),
        newer.map(plan -> plan.summary().life().version()).orElse(null),
        comparison.changes().stream()
            .map(change -> VersionChangeView.of(change, compared))
            .toList(),
        comparison.numbering().stream().map(NumberView::of).toList(),
        OlderTaskView.listOf(older),
        NewerTaskView.listOf(compared));
  }

  /** One change; {@code before} and {@code after} are where it stood and stands. */
  record VersionChangeView(
      Change.Kind kind,
      Change.Subject subject,
      List<PlaceView> before,
      List<PlaceView> after,
      List<SentenceView> sentences,
      List<FieldView> fields) {

    private static VersionChangeView of(Change change, Compared compared) {
      boolean tasks = change.subject() == Change.Subject.TASK;
      return new VersionChangeView(
          change.kind(),
          change.subject(),
          change.before().stream()
              .map(place -> PlaceView.of(place, tasks, Optional.of(compared.older())))
              .toList(),
          change.after().stream()
              .map(place -> PlaceView.of(place, tasks, compared.newer()))
              .toList(),
          change.sentences().stream().map(SentenceView::of).toList(),
          change.fields().stream().map(FieldView::of).toList());
    }
  }

  /**
   * Where a thing stands.
   *
   * @param path the headings above it as printed, its own included
   * @param start its first code point in the document
   * @param taskNumber the number from 1 of a task; absent for others
   * @param taskId absent for others, and in a draft
   */
  record PlaceView(
      List<String> path, int start, @Nullable Integer taskNumber, @Nullable UUID taskId) {

    private static PlaceView of(Place place, boolean task, Optional<StoredPlan> plan) {
      return new PlaceView(
          place.path(),
          place.span().start(),
          task ? place.index() + 1 : null,
          task
              ? plan.map(stored -> stored.taskIds().get(place.index()).value()).orElse(null)
              : null);
    }
  }

  /** One sentence, cut where words changed. */
  record SentenceView(SentenceChange.Kind kind, List<StretchView> stretches) {

    private static SentenceView of(SentenceChange sentence) {
      return new SentenceView(
          sentence.kind(), sentence.stretches().stream().map(StretchView::of).toList());
    }
  }

  /** Some words in both versions; {@code same} apart from blanks and widths. */
  record StretchView(boolean same, String before, String after) {

    private static StretchView of(Stretch stretch) {
      return new StretchView(stretch.same(), stretch.before(), stretch.after());
    }
  }

  /** What was read, before and after. */
  record FieldView(FieldChange.Field field, List<String> before, List<String> after) {

    private static FieldView of(FieldChange change) {
      return new FieldView(change.field(), change.before(), change.after());
    }
  }

  /** A number that only shifted. */
  record NumberView(List<String> path, String before, String after) {

    private static NumberView of(Renumbered shifted) {
      return new NumberView(shifted.path(), shifted.before(), shifted.after());
    }
  }

  /** A task of the older version by its number from 1 and its heading. */
  record OlderTaskView(UUID id, int number, String heading) {

    private static List<OlderTaskView> listOf(StoredPlan plan) {
      List<Task> tasks = plan.reading().tasks();
      return IntStream.range(0, tasks.size())
          .mapToObj(
              i -> new OlderTaskView(plan.taskIds().get(i).value(), i + 1, headingOf(tasks.get(i))))
          .toList();
    }
  }

  /**
   * A task of the newer version.
   *
   * @param id absent in a draft
   * @param older the tasks of the older version that it was
   * @param byHand whether a person said so
   */
  record NewerTaskView(
      @Nullable UUID id, int number, String heading, List<UUID> older, boolean byHand) {

    private static List<NewerTaskView> listOf(Compared compared) {
      List<Task> tasks = compared.newerText().plan().tasks();
      List<TaskPair> pairs = compared.comparison().tasks();
      Set<TaskPair> byHand = new HashSet<>(compared.byHand());
      return IntStream.range(0, tasks.size())
          .mapToObj(
              i -> {
                List<TaskPair> own = pairs.stream().filter(pair -> pair.after() == i).toList();
                return new NewerTaskView(
                    compared.newer().map(plan -> plan.taskIds().get(i).value()).orElse(null),
                    i + 1,
                    headingOf(tasks.get(i)),
                    own.stream()
                        .map(pair -> compared.older().taskIds().get(pair.before()).value())
                        .toList(),
                    own.stream().anyMatch(byHand::contains));
              })
          .toList();
    }
  }

  private static String headingOf(Task task) {
    return task.path().isEmpty() ? "" : task.path().getLast();
  }
}
