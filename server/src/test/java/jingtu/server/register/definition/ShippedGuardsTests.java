package jingtu.server.register.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.Outcome;
import jingtu.server.register.record.FieldValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every guard of the shipped definitions, as {@code guards.csv} expects it: what it refuses with
 * which words, and that it is this guard and no other that refuses it.
 */
class ShippedGuardsTests {

  /** A line of {@code guards.csv}. */
  private record Guard(
      String register, String kind, String id, String state, String content, String expected) {

    static List<Guard> table() throws IOException {
      return DefinitionReaderTests.resource("guards.csv")
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" \\| ?", -1))
          .map(c -> new Guard(c[0], c[1], c[2], c[3].strip(), c[4].strip(), c[5].strip()))
          .toList();
    }

    String key() {
      return String.join(" ", register, kind, id, isTold() ? "" : expected).strip();
    }

    private boolean isTold() {
      return kind.equals("rule") || kind.equals("test");
    }
  }

  private static Definition definition(String id, String text) throws IOException {
    DefinitionReader.Reading reading = ShippedTests.read(id, text);
    assertThat(reading.faults()).as(DefinitionReaderTests.said(reading)).isEmpty();
    return reading.definition().orElseThrow();
  }

  private static String text(String register) throws IOException {
    return Optional.ofNullable(ShippedTests.texts().get(register)).orElseThrow();
  }

  @Test
  void everyGuardHasItsLineAndThereIsNoOther() throws IOException {
    Set<String> guards = new TreeSet<>();
    for (var file : ShippedTests.texts().entrySet()) {
      Definition definition = definition(file.getKey(), file.getValue());
      definition.rules().forEach(rule -> guards.add(file.getKey() + " rule " + rule.id()));
      for (Transition step : definition.lifecycle().transitions()) {
        String of = " " + step.id();
        step.test().ifPresent(test -> guards.add(file.getKey() + " test" + of));
        step.by().forEach(by -> guards.add(file.getKey() + " function" + of + " " + by));
        step.fields().forEach(field -> guards.add(file.getKey() + " field" + of + " " + field));
        step.evidence().forEach(kind -> guards.add(file.getKey() + " evidence" + of + " " + kind));
        if (step.reason()) {
          guards.add(file.getKey() + " reason" + of + " true");
        }
      }
    }
    assertThat(new TreeSet<>(Guard.table().stream().map(Guard::key).toList())).isEqualTo(guards);
  }

  @TestFactory
  Stream<DynamicTest> aGuardRefuses() throws IOException {
    return Guard.table().stream()
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.key(),
                    () ->
                        assertThat(
                                refused(
                                    definition(guard.register(), text(guard.register())), guard))
                            .contains(guard.expected())));
  }

  /** The guard is taken out of the YAML; what it refused is no longer refused. */
  @TestFactory
  Stream<DynamicTest> withoutItNothingElseDoes() throws IOException {
    return Guard.table().stream()
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.key(),
                    () -> {
                      String whole = text(guard.register());
                      String without = without(whole, guard);
                      assertThat(without).isNotEqualTo(whole);
                      assertThat(refused(definition(guard.register(), without), guard))
                          .doesNotContain(guard.expected());
                    }));
  }

  /** What the definition says to this record or step. */
  private static List<String> refused(Definition definition, Guard guard) {
    if (guard.kind().equals("rule")) {
      return definition.rules().stream()
          .filter(rule -> !holds(definition, rule.test(), guard, Outcome.DoesNotHold.class))
          .map(Definition.Rule::message)
          .toList();
    }
    return definition.lifecycle().transitions().stream()
        .filter(step -> step.id().equals(guard.id()))
        .flatMap(step -> asked(definition, step, guard).stream())
        .toList();
  }

  private static List<String> asked(Definition definition, Transition step, Guard guard) {
    return switch (guard.kind()) {
      case "function" -> step.by();
      case "field" -> step.fields();
      case "evidence" -> step.evidence();
      case "reason" -> List.of(String.valueOf(step.reason()));
      case "test" ->
          step.test()
              .filter(
                  test -> outcome(definition, test.test(), guard) instanceof Outcome.DoesNotHold)
              .map(test -> List.of(test.message()))
              .orElse(List.of());
      default -> throw new AssertionError("no kind of guard: " + guard.kind());
    };
  }

  private static boolean holds(
      Definition definition, String test, Guard guard, Class<? extends Outcome> refusal) {
    return !refusal.isInstance(outcome(definition, test, guard));
  }

  private static Outcome outcome(Definition definition, String test, Guard guard) {
    return Expression.compile(FieldVariables.of(definition), test, Expression.Kind.BOOLEAN)
        .evaluate(content(definition, guard.content()), guard.state(), field -> true);
  }

  private static Map<String, FieldValue> content(Definition definition, String written) {
    Map<String, FieldValue> content = new LinkedHashMap<>();
    for (String part : written.split(";", -1)) {
      if (!part.isBlank()) {
        String[] pair = part.strip().split("=", 2);
        content.put(pair[0], value(definition.findField(pair[0]).orElseThrow().type(), pair[1]));
      }
    }
    return content;
  }

  private static FieldValue value(FieldType type, String written) {
    return switch (TypeWord.of(type)) {
      case NUMBER, QUANTITY -> new FieldValue.Amount(new BigDecimal(written));
      case DATE -> new FieldValue.Day(LocalDate.parse(written));
      case FLAG -> new FieldValue.Yes(written.equals("yes"));
      case PERIOD -> {
        String[] ends = written.split("\\.\\.", -1);
        yield new FieldValue.Span(
            LocalDate.parse(ends[0]),
            Optional.of(ends[1]).filter(end -> !end.isEmpty()).map(LocalDate::parse));
      }
      default -> new FieldValue.Words(written);
    };
  }

  /** The text without the guard, which stands on the line of its rule or step. */
  private static String without(String text, Guard guard) {
    Function<String, String> cut =
        switch (guard.kind()) {
          case "rule" -> line -> "";
          case "test" ->
              line -> line.replaceAll("(, )?test: (\"[^\"]*\"|[^,]*), message: [^,}]*", "");
          case "function" -> line -> line.replaceAll(" by: \\[[^]]*],", "");
          case "field" -> line -> inList(line, "fields", guard.expected());
          case "evidence" -> line -> inList(line, "evidence", guard.expected());
          case "reason" -> line -> line.replaceAll("(, )?reason: true", "");
          default -> throw new AssertionError("no kind of guard: " + guard.kind());
        };
    boolean rule = guard.kind().equals("rule");
    List<String> lines = new ArrayList<>();
    boolean inRules = false;
    for (String line : text.lines().toList()) {
      inRules = line.startsWith(" ") ? inRules : line.equals("rules:");
      boolean here =
          line.contains("- {id: " + guard.id() + ",")
              && (rule ? inRules : line.contains(", from: "));
      lines.add(here ? cut.apply(line) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String inList(String line, String key, String member) {
    int start = line.indexOf(key + ": [");
    int end = line.indexOf(']', start);
    List<String> members =
        new ArrayList<>(List.of(line.substring(start + key.length() + 3, end).split(", ")));
    members.remove(member);
    return line.substring(0, start + key.length() + 3)
        + String.join(", ", members)
        + line.substring(end);
  }
}
