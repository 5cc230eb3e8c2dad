package jingtu.server.plan.decomposition.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.plan.RegisteredPlan;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What stands around the rows of a task table. */
final class TableFields {

  private TableFields() {}

  static TemplateValues of(
      RegisteredPlan plan, LocalDate today, List<Map<String, TemplateValue>> rows) {
    Map<String, TemplateValue> fields = new HashMap<>();
    fields.put("table-title", TemplateValue.of(title(plan)));
    fields.put("plan-title", TemplateValue.of(plan.title()));
    fields.put("number", TemplateValue.of(plan.number().orElse("")));
    fields.put("issuer", TemplateValue.of(plan.issuer().orElse("")));
    fields.put("issued-on", TemplateValue.of(plan.issuedOn().map(TableFields::day).orElse("")));
    fields.put("issued", TemplateValue.of(issued(plan)));
    fields.put("made-on", TemplateValue.of(day(today)));
    fields.put("task-count", TemplateValue.of(plan.taskCount()));
    fields.put("row-count", TemplateValue.of(rows.size()));
    return new TemplateValues(fields, Map.of(TableKinds.ROWS, rows));
  }

  /** The plan's title with the words for task table, unless it ends in them. */
  static String title(RegisteredPlan plan) {
    String ending = say(Message.of("task-table.title-ending"));
    return plan.title().endsWith(ending) ? plan.title() : plan.title() + ending;
  }

  private static String issued(RegisteredPlan plan) {
    Optional<String> day = plan.issuedOn().map(TableFields::day);
    return day.map(on -> say(Message.of("task-table.issued", plan.number().orElse(""), on)))
        .or(plan::number)
        .orElse("")
        .strip();
  }

  static String day(LocalDate day) {
    return say(
        Message.of("task-table.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  static String joined(Stream<String> names) {
    return names.collect(Collectors.joining(say(Message.of("task-table.separator"))));
  }

  static String say(Message message) {
    return Messages.say(message, Language.ZH);
  }
}
