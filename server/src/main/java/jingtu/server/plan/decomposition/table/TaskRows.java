package jingtu.server.plan.decomposition.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Words;
import jingtu.vocabulary.Message;

/** The tasks of a plan as rows of a table, one for each action. */
final class TaskRows {

  private final Words words;
  private final List<Map<String, TemplateValue>> rows = new ArrayList<>();

  private TaskRows(Words words) {
    this.words = words;
  }

  static List<Map<String, TemplateValue>> of(StoredPlan plan) {
    TaskRows rows = new TaskRows(new Words(plan.text()));
    List<Task> tasks = plan.reading().tasks();
    for (int i = 0; i < tasks.size(); i++) {
      rows.add(i + 1, tasks.get(i));
    }
    return List.copyOf(rows.rows);
  }

  private void add(int number, Task task) {
    List<TaskPieces.Piece> pieces = TaskPieces.of(task, words);
    for (int i = 0; i < pieces.size(); i++) {
      rows.add(row(number, task, pieces.get(i), i == 0));
    }
  }

  private Map<String, TemplateValue> row(
      int number, Task task, TaskPieces.Piece piece, boolean first) {
    return Map.ofEntries(
        Map.entry("number", TemplateValue.of(rows.size() + 1)),
        Map.entry("task-number", TemplateValue.of(number)),
        entry("chapter", String.join("\n", above(task))),
        entry("heading", task.path().isEmpty() ? "" : task.path().getLast()),
        entry("measure", piece.words()),
        entry("actor", piece.action().flatMap(Action::actor).orElse("")),
        entry("lead", TableFields.joined(task.lead().stream())),
        entry("responsible", TableFields.joined(task.responsible().stream())),
        entry("participants", participants(task)),
        entry("others", others(task)),
        entry("implementers", TableFields.joined(task.implementers().stream())),
        entry("deadlines", deadlines(task, piece.action(), first)),
        entry("targets", targets(task, piece.action(), first)));
  }

  private static Map.Entry<String, TemplateValue> entry(String key, String words) {
    return Map.entry(key, TemplateValue.of(words));
  }

  private static List<String> above(Task task) {
    return task.path().subList(0, Math.max(0, task.path().size() - 1));
  }

  private static String participants(Task task) {
    String names = TableFields.joined(task.participants().stream());
    return task.open() && !names.isEmpty()
        ? names + TableFields.say(Message.of("task-table.open"))
        : names;
  }

  /** Those who answer and those who take part; told apart only where there are both. */
  private static String others(Task task) {
    String responsible = TableFields.joined(task.responsible().stream());
    String participants = participants(task);
    return responsible.isEmpty() || participants.isEmpty()
        ? responsible + participants
        : TableFields.say(Message.of("task-table.responsible-part", responsible))
            + "\n"
            + TableFields.say(Message.of("task-table.participants-part", participants));
  }

  /** As printed. Those that no action bears stand in the task's first row. */
  private String deadlines(Task task, Optional<Action> action, boolean first) {
    Stream<Deadline> own = action.stream().flatMap(it -> it.deadlines().stream());
    Stream<Deadline> others =
        task.deadlines().stream()
            .filter(deadline -> first)
            .filter(deadline -> task.actions().stream().noneMatch(it -> bears(it, deadline)));
    return lines(Stream.concat(own, others).map(deadline -> words.of(deadline.span()).strip()));
  }

  private static boolean bears(Action action, Deadline deadline) {
    return action.deadlines().stream().anyMatch(it -> it.notation().equals(deadline.notation()));
  }

  private String targets(Task task, Optional<Action> action, boolean first) {
    Stream<Target> own = action.stream().flatMap(it -> it.targets().stream());
    Stream<Target> others =
        task.targets().stream()
            .filter(target -> first)
            .filter(target -> task.actions().stream().noneMatch(it -> bears(it, target)));
    return lines(Stream.concat(own, others).map(this::target));
  }

  private static boolean bears(Action action, Target target) {
    return action.targets().stream().anyMatch(it -> it.span().equals(target.span()));
  }

  private String target(Target target) {
    String value =
        target
            .value()
            .map(BigDecimal::toPlainString)
            .map(
                number ->
                    TableFields.say(
                        Message.of(
                            "task-table.target",
                            target.indicator(),
                            sign(target.comparator()),
                            number,
                            target.unit())))
            .orElseGet(() -> target.indicator() + " " + target.reference().orElse(""));
    String by =
        target
            .by()
            .map(day -> words.of(day.span()).strip())
            .map(day -> TableFields.say(Message.of("task-table.target.by", day)))
            .orElse("");
    return value.strip() + by;
  }

  private static String sign(Target.Comparator comparator) {
    return switch (comparator) {
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case BELOW -> "<";
      case EQUAL -> "=";
      case ABOUT -> "≈";
    };
  }

  private static String lines(Stream<String> lines) {
    return String.join("\n", lines.distinct().toList());
  }
}
