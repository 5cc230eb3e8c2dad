package jingtu.server.plan.decomposition.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jingtu.server.document.template.TableDraft;
import jingtu.server.document.template.TemplateField;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateRows;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The two task tables as kinds of document, each with the product's own templates. */
@Configuration(proxyBeanMethods = false)
public class TableKinds {

  /** The table of a plan's own tasks. */
  public static final String TASKS = "task-table";

  /** The table of work items. */
  public static final String WORK = "work-table";

  static final String ROWS = "rows";

  /** What an import needs to tell what was edited in the table from what was changed here. */
  static final String STAMP = "stamp";

  private static final String FIELD = "task-table.field.";
  private static final String ROW = "task-table.row.";
  private static final String WORK_FIELD = "task-table.work.";

  @Bean
  @Order(1)
  static TemplateKind taskTable() {
    return kind(
        TASKS,
        "task-table.tasks",
        Stream.concat(
                Stream.of(
                    TemplateField.number(ROW + "number"),
                    TemplateField.number(ROW + "task-number")),
                Stream.of(
                        "chapter",
                        "heading",
                        "measure",
                        "actor",
                        "lead",
                        "responsible",
                        "participants",
                        "others",
                        "implementers",
                        "deadlines",
                        "targets")
                    .map(key -> TemplateField.text(ROW + key)))
            .toList(),
        draft(TableDraft.Paper.A4, taskColumns()));
  }

  @Bean
  @Order(2)
  static TemplateKind workTable() {
    return kind(
        WORK,
        "task-table.work",
        Stream.concat(
                Arrays.stream(WorkItemColumn.values())
                    .map(column -> TemplateField.text(WORK_FIELD + key(column))),
                Stream.of(TemplateField.text(WORK_FIELD + STAMP)))
            .toList(),
        draft(TableDraft.Paper.A3, workColumns()));
  }

  /** The key of the field that shows a column. */
  static String key(WorkItemColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static TemplateKind kind(
      String key, String messages, List<TemplateField> rowFields, TableDraft draft) {
    return new TemplateKind(
        key,
        messages,
        Stream.concat(
                Stream.of("table-title", "plan-title", "number", "issuer", "issued-on", "issued")
                    .map(field -> TemplateField.text(FIELD + field)),
                Stream.of(
                    TemplateField.text(FIELD + "made-on"),
                    TemplateField.number(FIELD + "task-count"),
                    TemplateField.number(FIELD + "row-count")))
            .toList(),
        List.of(new TemplateRows("task-table.rows", rowFields)),
        Map.of(TemplateFormat.WORD, draft::word, TemplateFormat.EXCEL, draft::sheet));
  }

  private static TableDraft draft(TableDraft.Paper paper, List<TableDraft.Column> columns) {
    return new TableDraft(
        paper,
        say("sheet-name"),
        say("annex"),
        "{{" + say("field.table-title") + "}}",
        "{{" + say("field.issued") + "}}",
        columns);
  }

  private static List<TableDraft.Column> taskColumns() {
    return List.of(
        new TableDraft.Column(
            say("row.number"), 10, field("row.number", false), TableDraft.Look.CENTRED),
        new TableDraft.Column(
            say("row.chapter"), 26, field("row.chapter", true), TableDraft.Look.TOP),
        new TableDraft.Column(
            say("row.heading"), 30, field("row.heading", true), TableDraft.Look.TOP),
        new TableDraft.Column(
            say("row.measure"), 80, field("row.measure", false), TableDraft.Look.LEFT),
        new TableDraft.Column(
            say("row.lead"), 22, field("row.lead", true), TableDraft.Look.CENTRED),
        new TableDraft.Column(
            say("head.others"), 30, field("row.others", true), TableDraft.Look.CENTRED),
        new TableDraft.Column(
            say("row.implementers"), 20, field("row.implementers", true), TableDraft.Look.CENTRED),
        new TableDraft.Column(
            say("row.deadlines"), 20, field("row.deadlines", false), TableDraft.Look.CENTRED),
        new TableDraft.Column(
            say("row.targets"), 23, field("row.targets", false), TableDraft.Look.CENTRED));
  }

  private static List<TableDraft.Column> workColumns() {
    return Stream.concat(
            Arrays.stream(WorkItemColumn.values()).map(TableKinds::workColumn),
            Stream.of(
                new TableDraft.Column(
                    say("head.stamp"), 20, field("work." + STAMP, false), TableDraft.Look.HIDDEN)))
        .toList();
  }

  private static TableDraft.Column workColumn(WorkItemColumn column) {
    return switch (column) {
      case CODE -> workColumn(column, 12, false, TableDraft.Look.CENTRED);
      case HEADING -> workColumn(column, 24, true, TableDraft.Look.TOP);
      case TASK -> workColumn(column, 34, true, TableDraft.Look.TOP);
      case SENTENCE -> workColumn(column, 50, true, TableDraft.Look.TOP);
      case ORGANISATION -> workColumn(column, 24, false, TableDraft.Look.CENTRED);
      case ROLE -> workColumn(column, 12, false, TableDraft.Look.CENTRED);
      case WORK -> workColumn(column, 42, false, TableDraft.Look.LEFT);
      case STANDARD -> workColumn(column, 28, false, TableDraft.Look.LEFT);
      case DEADLINE -> workColumn(column, 20, false, TableDraft.Look.CENTRED);
      case YEARS, MILESTONES -> workColumn(column, 26, false, TableDraft.Look.LEFT);
      case DELIVERABLES -> workColumn(column, 20, false, TableDraft.Look.CENTRED);
      case LEADER, PERSON, LIAISON -> workColumn(column, 14, false, TableDraft.Look.CENTRED);
      case TELEPHONE -> workColumn(column, 24, false, TableDraft.Look.CENTRED);
    };
  }

  private static TableDraft.Column workColumn(
      WorkItemColumn column, int widthMm, boolean merged, TableDraft.Look look) {
    return new TableDraft.Column(
        column.heading(Language.ZH), widthMm, field("work." + key(column), merged), look);
  }

  /** A field of the rows as people type it. */
  private static String field(String key, boolean merged) {
    String name = say(key);
    String option = merged ? "|" + Messages.say(Message.of("template.merge"), Language.ZH) : "";
    return "{{" + say("rows") + "." + name + option + "}}";
  }

  private static String say(String key) {
    return Messages.say(new Message("task-table." + key, List.of()), Language.ZH);
  }
}
