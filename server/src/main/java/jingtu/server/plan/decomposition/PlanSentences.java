package jingtu.server.plan.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.planreader.Action;
import jingtu.planreader.Obligation;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.Words;
import jingtu.server.plan.entry.Headings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sentences of a plan as they are understood now, each with whatever names it.
 *
 * @param places task by task, its sentences and then the task as a whole; then the obligations
 */
record PlanSentences(List<Place> places) {

  /** The longest excerpt of a task, in code points. */
  private static final int EXCERPT = 80;

  PlanSentences {
    places = List.copyOf(places);
  }

  /**
   * One place that work can come from.
   *
   * @param source names it
   * @param task the task that it is or belongs to; absent for an obligation
   * @param actor who is called on in the sentence itself
   * @param sentence its words; empty for a task as a whole
   * @param deadlines as {@link WrittenDeadlines} writes them; may be empty
   * @param targets as printed, each once
   */
  record Place(
      ItemSource source,
      Optional<Task> task,
      String heading,
      String excerpt,
      String sentence,
      Optional<String> actor,
      String deadlines,
      List<String> targets) {}

  static PlanSentences of(StoredPlan plan, JdbcClient jdbc) {
    PlanId id = plan.summary().id();
    Words words = new Words(plan.text());
    Map<Integer, List<UUID>> actions = actionIds(jdbc, id);
    List<UUID> obligations = obligationIds(jdbc, id);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < plan.taskIds().size(); i++) {
      Task task = plan.reading().tasks().get(i);
      places.addAll(ofTask(task, plan.taskIds().get(i), actions.getOrDefault(i, List.of()), words));
    }
    for (int i = 0; i < obligations.size(); i++) {
      Obligation obligation = plan.reading().obligations().get(i);
      places.add(
          new Place(
              new ItemSource.OfObligation(obligations.get(i)),
              Optional.empty(),
              Headings.onOneLine(obligation.path()),
              "",
              words.of(obligation.span()).strip(),
              obligation.actor(),
              WrittenDeadlines.of(obligation.deadlines(), words::of),
              targets(obligation.targets(), words)));
    }
    return new PlanSentences(places);
  }

  private static List<Place> ofTask(Task task, TaskId id, List<UUID> actions, Words words) {
    String heading = Headings.onOneLine(task.path());
    String excerpt = excerpt(words.of(task.span()));
    Place whole =
        new Place(
            new ItemSource.OfPlan(id, Optional.empty()),
            Optional.of(task),
            heading,
            excerpt,
            "",
            Optional.empty(),
            WrittenDeadlines.of(task.deadlines(), words::of),
            targets(task.targets(), words));
    List<Place> places = new ArrayList<>();
    IntStream.range(0, actions.size())
        .mapToObj(i -> ofAction(whole, id, actions.get(i), task.actions().get(i), words))
        .forEach(places::add);
    places.add(whole);
    return places;
  }

  private static Place ofAction(Place whole, TaskId id, UUID action, Action read, Words words) {
    return new Place(
        new ItemSource.OfPlan(id, Optional.of(action)),
        whole.task(),
        whole.heading(),
        whole.excerpt(),
        words.of(read.span()).strip(),
        read.actor(),
        WrittenDeadlines.of(read.deadlines(), words::of),
        targets(read.targets(), words));
  }

  /** The beginning of a text, on one line. */
  static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s*\\n\\s*", " ");
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
  }

  private static List<String> targets(List<Target> targets, Words words) {
    return targets.stream().map(target -> words.of(target.span()).strip()).distinct().toList();
  }

  private static Map<Integer, List<UUID>> actionIds(JdbcClient jdbc, PlanId plan) {
    return jdbc
        .sql(
            """
            select task.ordinal as place, action.id from action
              join task on task.id = action.task_id
            where task.plan_id = :plan order by task.ordinal, action.ordinal
            """)
        .param("plan", plan.value())
        .query((row, n) -> Map.entry(row.getInt("place"), row.getObject("id", UUID.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static List<UUID> obligationIds(JdbcClient jdbc, PlanId plan) {
    return jdbc.sql("select id from obligation where plan_id = :plan order by ordinal")
        .param("plan", plan.value())
        .query((row, n) -> row.getObject("id", UUID.class))
        .list();
  }
}
