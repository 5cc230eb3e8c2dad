package jingtu.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingtu.planreader.Head;
import jingtu.planreader.Task;

/** Head and tasks of a plan in the form of the {@code *.expected.txt} beside it. */
record ExpectedPlan(Map<String, String> head, List<Map<String, String>> tasks) {

  private static final String NOTHING = "-";

  /** Reads an expectation: a word, blanks and a value a line, each task begun by {@code task}. */
  static ExpectedPlan of(String text) {
    Map<String, String> head = new TreeMap<>();
    List<Map<String, String>> tasks = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] parts = line.split(" +", 2);
      if ("task".equals(parts[0])) {
        tasks.add(new TreeMap<>());
      } else {
        (tasks.isEmpty() ? head : tasks.getLast()).put(parts[0], parts[1]);
      }
    }
    return new ExpectedPlan(head, tasks);
  }

  static ExpectedPlan of(StoredPlan plan) {
    Head head = plan.reading().head();
    Words words = new Words(plan.text());
    return new ExpectedPlan(
        new TreeMap<>(
            Map.of(
                "title", head.title(),
                "number", head.number().orElse(NOTHING),
                "date", head.date().map(Object::toString).orElse(NOTHING))),
        plan.reading().tasks().stream().map(task -> of(task, words)).toList());
  }

  private static Map<String, String> of(Task task, Words words) {
    return new TreeMap<>(
        Map.of(
            "path", String.join(" > ", task.path()),
            "body", words.of(task.span()),
            "lead", joined(task.lead(), "、"),
            "responsible", joined(task.responsible(), "、"),
            "participants", joined(task.participants(), "、"),
            "implementers", joined(task.implementers(), "、"),
            "open", Boolean.toString(task.open())));
  }

  private static String joined(List<String> values, String separator) {
    return values.isEmpty() ? NOTHING : String.join(separator, values);
  }
}
