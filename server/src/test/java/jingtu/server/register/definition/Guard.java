package jingtu.server.register.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of {@code guards.csv}, which says of its columns what they mean.
 *
 * @param id of the rule or the step
 * @param what the field, the kind of file or the function that a step asks for
 * @param breaks values by which a sound record breaks a rule or a test
 * @param beside the guard that refuses the same too, as {@code kind id}; none where it is empty
 */
record Guard(
    String register,
    Kind kind,
    String id,
    String what,
    String state,
    String record,
    String breaks,
    String beside,
    String refusedWith) {

  private static final String CELLS = "\\|";

  /** What a line is about. */
  enum Kind {
    RECORD,
    RULE,
    STEP,
    TEST,
    FUNCTION,
    FIELD,
    EVIDENCE,
    REASON;

    boolean guards() {
      return this != RECORD && this != STEP;
    }
  }

  static List<Guard> table() throws IOException {
    return DefinitionReaderTests.resource("guards.csv")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> Arrays.stream(line.split(CELLS, -1)).map(String::strip).toList())
        .map(Guard::of)
        .toList();
  }

  private static Guard of(List<String> c) {
    return new Guard(
        c.get(0),
        Kind.valueOf(c.get(1).toUpperCase(Locale.ROOT)),
        c.get(2),
        c.get(3),
        c.get(4),
        c.get(5),
        c.get(6),
        c.get(7),
        c.get(8));
  }

  /** What the guards of a definition are called in the table. */
  static Stream<String> names(Definition definition) {
    List<String> names = new ArrayList<>();
    definition.rules().forEach(rule -> names.add("rule " + rule.id()));
    for (Lifecycle.Transition step : definition.lifecycle().transitions()) {
      names.add("step " + step.id());
      step.test().ifPresent(test -> names.add("test " + step.id()));
      step.by().forEach(by -> names.add("function " + step.id() + " " + by));
      step.fields().forEach(field -> names.add("field " + step.id() + " " + field));
      step.evidence().forEach(kind -> names.add("evidence " + step.id() + " " + kind));
      if (step.reason()) {
        names.add("reason " + step.id());
      }
    }
    return names.stream().map(name -> definition.id() + " " + name);
  }

  String name() {
    return Stream.of(register, kind.name().toLowerCase(Locale.ROOT), id, what)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  boolean isOf(Guard step) {
    return register.equals(step.register()) && id.equals(step.id());
  }

  /** The text of a definition without this guard, which stands on the line of its rule or step. */
  String takenOut(String text) {
    UnaryOperator<String> cut =
        switch (kind) {
          case RULE -> line -> "";
          case TEST ->
              line -> line.replaceAll("(, )?test: (\"[^\"]*\"|[^,]*), message: [^,}]*", "");
          case FUNCTION -> line -> line.replaceAll(" by: \\[[^]]*],", "");
          case FIELD -> line -> without(line, "fields");
          case EVIDENCE -> line -> without(line, "evidence");
          case REASON -> line -> line.replaceAll("(, )?reason: true", "");
          case RECORD, STEP -> throw new AssertionError(name() + " is no guard");
        };
    List<String> lines = new ArrayList<>();
    boolean inRules = false;
    for (String line : text.lines().toList()) {
      inRules = line.startsWith(" ") ? inRules : line.equals("rules:");
      boolean here =
          line.contains("- {id: " + id + ",")
              && (kind == Kind.RULE ? inRules : line.contains(", from: "));
      lines.add(here ? cut.apply(line) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private String without(String line, String key) {
    int start = line.indexOf(key + ": [") + key.length() + 3;
    int end = line.indexOf(']', start);
    List<String> members = new ArrayList<>(List.of(line.substring(start, end).split(", ", -1)));
    members.remove(what);
    return line.substring(0, start) + String.join(", ", members) + line.substring(end);
  }
}
