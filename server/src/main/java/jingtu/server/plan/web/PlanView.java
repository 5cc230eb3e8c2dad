package jingtu.server.plan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.Passage;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.plan.EntryState;
import jingtu.server.plan.FindingState;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Stamp;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.Words;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the plan page shows it. Offsets count code points of the imported document's text;
 * every {@code text} is the exact slice between them.
 */
record PlanView(
    UUID id,
    UUID documentId,
    String title,
    @Nullable String number,
    @Nullable String issuer,
    @Nullable LocalDate issuedOn,
    @Nullable String disclosure,
    String regionCode,
    int taskCount,
    int findingCount,
    Instant importedAt,
    String importedBy,
    RegisterView register,
    List<PassageView> passages,
    List<GoalView> goals,
    List<TaskView> tasks,
    List<ObligationView> obligations,
    List<FindingView> findings) {

  static PlanView of(StoredPlan plan, RegisterView register, Language language) {
    RegisteredPlan summary = plan.summary();
    Words words = new Words(plan.text());
    List<Task> tasks = plan.reading().tasks();
    TasksByPlace byPlace = new TasksByPlace(plan.taskIds(), tasks);
    return new PlanView(
        summary.id().value(),
        summary.documentId().value(),
        summary.title(),
        summary.number().orElse(null),
        summary.issuer().orElse(null),
        summary.issuedOn().orElse(null),
        plan.reading().head().disclosure().orElse(null),
        summary.region().digits(),
        summary.taskCount(),
        summary.findingCount(),
        summary.importedAt(),
        summary.importedBy(),
        register,
        PassageView.listOf(plan.passages(), byPlace, words),
        GoalView.listOf(plan.entries().goals(), plan.reading().goals(), words),
        TaskView.listOf(plan.entries().tasks(), tasks, words),
        ObligationView.listOf(plan.entries().obligations(), plan.reading().obligations(), words),
        FindingView.listOf(
            plan.findingStates(),
            Stream.concat(plan.reading().findings().stream(), plan.fileFindings().stream())
                .toList(),
            language));
  }

  /**
   * By whom and when something was corrected or settled.
   *
   * @param by the name of the account
   */
  record StampView(String by, Instant at) {

    static @Nullable StampView of(Optional<Stamp> stamp) {
      return stamp.map(done -> new StampView(done.by(), done.at())).orElse(null);
    }
  }

  /**
   * A heading, paragraph or table row.
   *
   * @param level 1 for a chapter heading, 2 for a section …; 0 for what is no heading
   * @param taskIds the tasks whose body or clause has words in it
   */
  record PassageView(
      Passage.Kind kind,
      int level,
      int start,
      int end,
      String text,
      List<String> path,
      List<UUID> taskIds) {

    static List<PassageView> listOf(List<Passage> passages, TasksByPlace tasks, Words words) {
      return passages.stream()
          .map(
              passage ->
                  new PassageView(
                      passage.kind(),
                      passage.level(),
                      passage.span().start(),
                      passage.span().end(),
                      words.of(passage.span()),
                      passage.path(),
                      tasks.touching(passage.span())))
          .toList();
    }
  }

  /**
   * What one responsibility clause covers; {@code number} counts from 1 in document order.
   *
   * @param version to be sent with a change, which is refused where it is another by then
   * @param corrected absent where everything is as it was read
   */
  record TaskView(
      UUID id,
      int version,
      @Nullable StampView corrected,
      int number,
      List<String> path,
      String text,
      int start,
      int end,
      @Nullable Integer clauseStart,
      @Nullable Integer clauseEnd,
      List<String> lead,
      List<String> responsible,
      List<String> participants,
      List<String> implementers,
      Task.@Nullable ImplementersSource implementersSource,
      boolean open,
      List<DeadlineView> deadlines,
      List<TargetView> targets,
      List<ActionView> actions) {

    /** {@code states[i]} belongs to {@code tasks[i]}. */
    static List<TaskView> listOf(List<EntryState> states, List<Task> tasks, Words words) {
      return IntStream.range(0, states.size())
          .mapToObj(i -> of(states.get(i), i + 1, tasks.get(i), words))
          .toList();
    }

    private static TaskView of(EntryState state, int number, Task task, Words words) {
      return new TaskView(
          state.id(),
          state.version(),
          StampView.of(state.corrected()),
          number,
          task.path(),
          words.of(task.span()),
          task.span().start(),
          task.span().end(),
          task.clause().map(Span::start).orElse(null),
          task.clause().map(Span::end).orElse(null),
          task.lead(),
          task.responsible(),
          task.participants(),
          task.implementers(),
          task.implementersSource().orElse(null),
          task.open(),
          DeadlineView.listOf(task.deadlines()),
          TargetView.listOf(task.targets()),
          ActionView.listOf(state.actionIds(), task.actions(), words));
    }
  }

  /** One sentence of a task that obliges somebody; without {@code actor} it is the task's lead. */
  record ActionView(
      UUID id,
      String text,
      int start,
      int end,
      @Nullable String actor,
      List<DeadlineView> deadlines,
      List<String> events,
      List<TargetView> targets) {

    /** {@code ids[i]} names {@code actions[i]}. */
    static List<ActionView> listOf(List<UUID> ids, List<Action> actions, Words words) {
      return IntStream.range(0, ids.size())
          .mapToObj(i -> of(ids.get(i), actions.get(i), words))
          .toList();
    }

    private static ActionView of(UUID id, Action action, Words words) {
      return new ActionView(
          id,
          words.of(action.span()),
          action.span().start(),
          action.span().end(),
          action.actor().orElse(null),
          DeadlineView.listOf(action.deadlines()),
          action.events(),
          TargetView.listOf(action.targets()));
    }
  }

  /** A target or aim by horizon outside any clause. */
  record GoalView(
      UUID id,
      int version,
      @Nullable StampView corrected,
      String text,
      int start,
      int end,
      List<String> path,
      @Nullable String scope,
      List<DeadlineView> deadlines,
      List<TargetView> targets) {

    /** {@code states[i]} belongs to {@code goals[i]}. */
    static List<GoalView> listOf(List<EntryState> states, List<Goal> goals, Words words) {
      return IntStream.range(0, states.size())
          .mapToObj(i -> of(states.get(i), goals.get(i), words))
          .toList();
    }

    private static GoalView of(EntryState state, Goal goal, Words words) {
      return new GoalView(
          state.id(),
          state.version(),
          StampView.of(state.corrected()),
          words.of(goal.span()),
          goal.span().start(),
          goal.span().end(),
          goal.path(),
          goal.scope().orElse(null),
          DeadlineView.listOf(goal.deadlines()),
          TargetView.listOf(goal.targets()));
    }
  }

  /** A duty in a paragraph that has no responsibility clause. */
  record ObligationView(
      UUID id,
      int version,
      @Nullable StampView corrected,
      String text,
      int start,
      int end,
      List<String> path,
      @Nullable String actor,
      List<DeadlineView> deadlines,
      List<String> events,
      List<TargetView> targets) {

    /** {@code states[i]} belongs to {@code obligations[i]}. */
    static List<ObligationView> listOf(
        List<EntryState> states, List<Obligation> obligations, Words words) {
      return IntStream.range(0, states.size())
          .mapToObj(i -> of(states.get(i), obligations.get(i), words))
          .toList();
    }

    private static ObligationView of(EntryState state, Obligation obligation, Words words) {
      return new ObligationView(
          state.id(),
          state.version(),
          StampView.of(state.corrected()),
          words.of(obligation.span()),
          obligation.span().start(),
          obligation.span().end(),
          obligation.path(),
          obligation.actor().orElse(null),
          DeadlineView.listOf(obligation.deadlines()),
          obligation.events(),
          TargetView.listOf(obligation.targets()));
    }
  }

  /** A date, an open start or a recurrence in ISO 8601, and the words it was read from. */
  record DeadlineView(String notation, int start, int end, boolean assumed) {

    static DeadlineView of(Deadline deadline) {
      return new DeadlineView(
          deadline.notation(), deadline.span().start(), deadline.span().end(), deadline.assumed());
    }

    static List<DeadlineView> listOf(List<Deadline> deadlines) {
      return deadlines.stream().map(DeadlineView::of).toList();
    }
  }

  /**
   * A wanted value; without {@code value} the number is set elsewhere, see {@code reference}.
   *
   * @param by the notation of the deadline by which it is wanted
   */
  record TargetView(
      int start,
      int end,
      String indicator,
      String comparator,
      @Nullable BigDecimal value,
      String unit,
      @Nullable String by,
      @Nullable String baseline,
      @Nullable String reference,
      @Nullable String scope,
      boolean implied,
      boolean aspirational) {

    static List<TargetView> listOf(List<Target> targets) {
      return targets.stream().map(TargetView::of).toList();
    }

    private static TargetView of(Target target) {
      return new TargetView(
          target.span().start(),
          target.span().end(),
          target.indicator(),
          target.comparator().sign(),
          target.value().orElse(null),
          target.unit(),
          target.by().map(Deadline::notation).orElse(null),
          target.baseline().orElse(null),
          target.reference().orElse(null),
          target.scope().orElse(null),
          target.implied(),
          target.aspirational());
    }
  }

  /**
   * What was not understood or looks wrong, in the language of the reader.
   *
   * @param id names it among the findings of its file
   * @param settled absent where it waits for somebody to look at it
   */
  record FindingView(
      int id,
      @Nullable StampView settled,
      String place,
      String problem,
      String remedy,
      int start,
      int end) {

    /** {@code states[i]} belongs to {@code doubts[i]}. */
    static List<FindingView> listOf(
        List<FindingState> states, List<Doubt> doubts, Language language) {
      return IntStream.range(0, states.size())
          .mapToObj(i -> of(states.get(i), doubts.get(i), language))
          .toList();
    }

    private static FindingView of(FindingState state, Doubt doubt, Language language) {
      return new FindingView(
          state.number(),
          StampView.of(state.settled()),
          doubt.finding().place(),
          Messages.say(doubt.finding().problem(), language),
          Messages.say(doubt.finding().remedy(), language),
          doubt.span().start(),
          doubt.span().end());
    }
  }

  /** Answers which tasks have words in a stretch of the text. */
  static final class TasksByPlace {

    private record Place(Span span, UUID task) {}

    private final List<Place> places = new ArrayList<>();

    /** {@code ids[i]} names {@code tasks[i]}. */
    TasksByPlace(List<TaskId> ids, List<Task> tasks) {
      for (int i = 0; i < ids.size(); i++) {
        UUID id = ids.get(i).value();
        Task task = tasks.get(i);
        places.add(new Place(task.span(), id));
        task.clause().ifPresent(clause -> places.add(new Place(clause, id)));
      }
    }

    List<UUID> touching(Span span) {
      return places.stream()
          .filter(place -> place.span().start() < span.end() && span.start() < place.span().end())
          .map(Place::task)
          .distinct()
          .toList();
    }
  }
}
