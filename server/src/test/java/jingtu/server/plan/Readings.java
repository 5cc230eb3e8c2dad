package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Head;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;

/** Readings of a wanted size and shape. */
final class Readings {

  private Readings() {}

  /** One plan with as many like tasks as wanted. */
  static PlanReading of(int tasks) {
    Span span = new Span(0, 4);
    List<Task> same = IntStream.range(0, tasks).mapToObj(i -> task(span)).toList();
    return new PlanReading("某县方案", List.of(), List.of(plan(span, same)), List.of());
  }

  /** Plans without tasks and paragraphs at these places. */
  static PlanReading ofPlans(List<Span> plans, List<Span> paragraphs) {
    return new PlanReading(
        "某县方案".repeat(10),
        paragraphs.stream()
            .map(span -> new Passage(Passage.Kind.PARAGRAPH, 0, span, List.of()))
            .toList(),
        plans.stream().map(span -> plan(span, List.of())).toList(),
        List.of());
  }

  private static ReadPlan plan(Span span, List<Task> tasks) {
    Head head =
        new Head(
            span,
            "某县方案",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    return new ReadPlan(head, span, List.of(), tasks, List.of(), List.of());
  }

  private static Task task(Span span) {
    Deadline deadline = new Deadline("2028-12-31", span, false);
    return new Task(
        span,
        Optional.empty(),
        List.of("一、任务"),
        List.of("县农业农村局"),
        List.of(),
        List.of("县财政局", "县水利局"),
        List.of(),
        Optional.empty(),
        false,
        List.of(deadline),
        List.of(),
        List.of(new Action(span, Optional.empty(), List.of(deadline), List.of(), List.of())));
  }
}
