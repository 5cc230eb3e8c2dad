package jingtu.planreader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import jingtu.planreader.Action;
import jingtu.planreader.CodePoints;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A plan reading as a workbook for people: a sheet of tasks with one row a task, a sheet of the
 * goals and obligations outside of tasks, and a sheet of what is to be confirmed. Where the file
 * holds several plans, a line with its title stands before each plan's rows.
 */
public final class TaskWorkbook {

  private final PlanReading reading;
  private final IntPredicate wanted;
  private final CodePoints text;
  private final Language language;

  private TaskWorkbook(PlanReading reading, IntPredicate wanted, Language language) {
    this.reading = reading;
    this.wanted = wanted;
    this.text = CodePoints.of(reading.text());
    this.language = language;
  }

  /** Writes the workbook; its headings speak the given language. */
  public static void write(PlanReading reading, Language language, OutputStream out)
      throws IOException {
    write(reading, number -> true, language, out);
  }

  /**
   * Writes the workbook with some of the tasks.
   *
   * @param wanted which tasks, by the numbers from 1 that they keep
   */
  public static void write(
      PlanReading reading, IntPredicate wanted, Language language, OutputStream out)
      throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      new TaskWorkbook(reading, wanted, language).fill(book);
      book.write(out);
    }
  }

  private void fill(XSSFWorkbook book) {
    TableSheet.Styles styles = new TableSheet.Styles(book);
    fillTasks(
        new TableSheet(
            book.createSheet(say("tasks")),
            styles,
            columns(
                "number:6 task:24 actions:50 targets:30 lead:18 responsible:18 participants:26"
                    + " implementers:18 deadlines:18 source:60 remarks:24")));
    fillDuties(
        new TableSheet(
            book.createSheet(say("duties")),
            styles,
            columns("number:6 kind:10 source:60 actor:18 targets:30 deadlines:18 heading:30")));
    fillFindings(
        new TableSheet(
            book.createSheet(say("findings")),
            styles,
            columns("number:6 place:24 problem:50 remedy:50 source:50")));
  }

  private List<TableSheet.Column> columns(String layout) {
    return List.of(layout.split(" ")).stream()
        .map(it -> it.split(":", -1))
        .map(it -> new TableSheet.Column(say(it[0]), Integer.parseInt(it[1])))
        .toList();
  }

  private void fillTasks(TableSheet sheet) {
    int number = 0;
    for (ReadPlan plan : reading.plans()) {
      announce(sheet, plan, plan.tasks().isEmpty());
      for (Task task : plan.tasks()) {
        number++;
        if (wanted.test(number)) {
          addTask(sheet, number, task);
        }
      }
    }
  }

  private void addTask(TableSheet sheet, int number, Task task) {
    sheet.row(
        Integer.toString(number),
        task.path().isEmpty() ? "" : task.path().getLast(),
        lines(task.actions().stream().map(this::action).toList()),
        targets(task.targets()),
        list(task.lead()),
        list(task.responsible()),
        list(task.participants()),
        list(task.implementers()),
        deadlines(task.deadlines()),
        source(task),
        remarks(task));
  }

  private void announce(TableSheet sheet, ReadPlan plan, boolean empty) {
    if (reading.plans().size() > 1 && !empty) {
      sheet.title(plan.head().title());
    }
  }

  private String action(Action action) {
    String words = words(action.span());
    return action.actor().map(actor -> "[" + actor + "] " + words).orElse(words);
  }

  private String source(Task task) {
    String clause = task.clause().map(this::words).orElse("");
    return words(task.span()) + clause;
  }

  private String remarks(Task task) {
    List<String> remarks = new ArrayList<>();
    if (task.path().size() > 1) {
      remarks.add(String.join(" > ", task.path().subList(0, task.path().size() - 1)));
    }
    if (task.implementersSource().equals(Optional.of(Task.ImplementersSource.DEFAULT))) {
      remarks.add(say("default-implementers"));
    }
    if (task.open()) {
      remarks.add(say("open"));
    }
    remarks.add(say("offsets", task.span().start(), task.span().end()));
    return lines(remarks);
  }

  private void fillDuties(TableSheet sheet) {
    int number = 0;
    for (ReadPlan plan : reading.plans()) {
      announce(sheet, plan, plan.goals().isEmpty() && plan.obligations().isEmpty());
      for (Goal goal : plan.goals()) {
        sheet.row(
            Integer.toString(++number),
            say("goal"),
            words(goal.span()),
            goal.scope().orElse(""),
            targets(goal.targets()),
            deadlines(goal.deadlines()),
            String.join(" > ", goal.path()));
      }
      for (Obligation obligation : plan.obligations()) {
        sheet.row(
            Integer.toString(++number),
            say("obligation"),
            words(obligation.span()),
            obligation.actor().orElse(""),
            targets(obligation.targets()),
            deadlines(obligation.deadlines()),
            String.join(" > ", obligation.path()));
      }
    }
  }

  private void fillFindings(TableSheet sheet) {
    List<Doubt> doubts = new ArrayList<>(reading.findings());
    reading.plans().forEach(plan -> doubts.addAll(plan.findings()));
    int number = 0;
    for (Doubt doubt : doubts) {
      sheet.row(
          Integer.toString(++number),
          doubt.finding().place(),
          Messages.say(doubt.finding().problem(), language),
          Messages.say(doubt.finding().remedy(), language),
          words(doubt.span()));
    }
  }

  private String targets(List<Target> targets) {
    return lines(targets.stream().map(this::target).toList());
  }

  private String target(Target target) {
    String value = target.value().map(BigDecimal::toPlainString).orElse("");
    List<String> parts = new ArrayList<>();
    target.scope().ifPresent(parts::add);
    parts.add(target.indicator());
    parts.add(target.comparator().sign());
    parts.add(value.isEmpty() ? target.reference().orElse("?") : value + " " + target.unit());
    target.by().ifPresent(by -> parts.add("(" + by.notation() + ")"));
    if (target.aspirational()) {
      parts.add("(" + say("aspirational") + ")");
    }
    return String.join(" ", parts);
  }

  private String deadlines(List<Deadline> deadlines) {
    return lines(
        deadlines.stream()
            .map(it -> it.notation() + (it.assumed() ? " (" + say("assumed") + ")" : ""))
            .toList());
  }

  private String list(List<String> names) {
    return String.join(say("separator"), names);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private String words(Span span) {
    return text.words(span).strip();
  }

  private String say(String key, Object... arguments) {
    return Messages.say(Message.of("task-workbook." + key, arguments), language);
  }
}
