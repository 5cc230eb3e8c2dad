package jingtu.planreader.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Action;
import jingtu.planreader.CodePoints;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.planreader.structure.Condensed;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan reading as JSON Lines: one object a line in document order, with its {@code kind}: head,
 * goal, task, obligation or finding. Names are snake_case; texts are printed without white space
 * and page footers, while {@code start} and {@code end} count code points of the whole text.
 */
public final class JsonLines {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final CodePoints text;
  private final Language language;
  private final List<Line> lines = new ArrayList<>();

  private JsonLines(PlanReading reading, Language language) {
    this.text = CodePoints.of(reading.text());
    this.language = language;
  }

  private record Line(int start, ObjectNode node) {}

  /** Writes all that was read; findings speak the given language. */
  public static void write(PlanReading reading, Language language, Writer out) {
    JsonLines lines = new JsonLines(reading, language);
    reading.plans().forEach(lines::plan);
    reading.findings().forEach(lines::finding);
    lines.lines.sort(Comparator.comparingInt(Line::start));
    try {
      for (Line line : lines.lines) {
        out.write(MAPPER.writeValueAsString(line.node()));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void plan(ReadPlan plan) {
    head(plan.head(), plan.span());
    plan.goals().forEach(this::goal);
    plan.tasks().forEach(this::task);
    plan.obligations().forEach(this::obligation);
    plan.findings().forEach(this::finding);
  }

  private void head(Head head, Span plan) {
    ObjectNode node = line("head", plan.start(), head.span(), List.of());
    node.put("title", head.title());
    put(node, "number", head.number());
    put(node, "issuer", head.issuer());
    put(node, "date", head.date());
    put(node, "addressees", head.addressees());
    put(node, "basis", head.basis());
    put(node, "disclosure", head.disclosure());
  }

  private void goal(Goal goal) {
    ObjectNode node = line("goal", goal.span().start(), goal.span(), goal.path());
    put(node, "scope", goal.scope());
    deadlines(node, goal.deadlines());
    targets(node, goal.targets());
  }

  private void task(Task task) {
    ObjectNode node = line("task", task.span().start(), task.span(), task.path());
    put(node, "lead", task.lead());
    put(node, "responsible", task.responsible());
    put(node, "participants", task.participants());
    put(node, "implementers", task.implementers());
    task.implementersSource().ifPresent(source -> node.put("implementers_source", lower(source)));
    node.put("open", task.open());
    deadlines(node, task.deadlines());
    targets(node, task.targets());
    ArrayNode actions = node.putArray("actions");
    task.actions().forEach(action -> action(actions.addObject(), action));
  }

  private void action(ObjectNode node, Action action) {
    words(node, action.span());
    put(node, "actor", action.actor());
    deadlines(node, action.deadlines());
    put(node, "events", action.events());
    targets(node, action.targets());
  }

  private void obligation(Obligation obligation) {
    ObjectNode node =
        line("obligation", obligation.span().start(), obligation.span(), obligation.path());
    put(node, "actor", obligation.actor());
    deadlines(node, obligation.deadlines());
    put(node, "events", obligation.events());
    targets(node, obligation.targets());
  }

  private void finding(Doubt doubt) {
    ObjectNode node = line("finding", doubt.span().start(), doubt.span(), doubt.path());
    node.put("place", doubt.finding().place());
    node.put("problem", Messages.say(doubt.finding().problem(), language));
    node.put("remedy", Messages.say(doubt.finding().remedy(), language));
  }

  private ObjectNode line(String kind, int start, Span span, List<String> path) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("kind", kind);
    put(node, "path", path);
    words(node, span);
    lines.add(new Line(start, node));
    return node;
  }

  private void words(ObjectNode node, Span span) {
    node.put("text", Condensed.of(text.words(span), List.of()).text());
    node.put("start", span.start());
    node.put("end", span.end());
  }

  private void deadlines(ObjectNode node, List<Deadline> deadlines) {
    put(node, "deadlines", deadlines.stream().map(Deadline::notation).distinct().toList());
  }

  private void targets(ObjectNode node, List<Target> targets) {
    ArrayNode array = node.putArray("targets");
    for (Target target : targets) {
      ObjectNode one = array.addObject();
      one.put("indicator", target.indicator());
      one.put("comparator", target.comparator().sign());
      target.value().ifPresentOrElse(value -> one.put("value", value), () -> one.putNull("value"));
      one.put("unit", target.unit());
      put(one, "by", target.by().map(Deadline::notation));
      target.baseline().ifPresent(baseline -> one.put("baseline", baseline));
      target.reference().ifPresent(reference -> one.put("ref", reference));
      target.scope().ifPresent(scope -> one.put("scope", scope));
      if (target.implied()) {
        one.put("implied", true);
      }
      if (target.aspirational()) {
        one.put("aspirational", true);
      }
    }
  }

  private static void put(ObjectNode node, String name, Optional<?> value) {
    value.ifPresentOrElse(v -> node.put(name, v.toString()), () -> node.putNull(name));
  }

  private static void put(ObjectNode node, String name, List<String> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
