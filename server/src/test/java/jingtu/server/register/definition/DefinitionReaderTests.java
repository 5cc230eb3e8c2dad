package jingtu.server.register.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefinitionReader.Reading;
import jingtu.server.register.definition.DefinitionReader.Surroundings;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What definitions say, and what they are refused for. */
class DefinitionReaderTests {

  private static final Surroundings KNOWN =
      new Surroundings(Set.of(new RegisterId("test-pond")), Set.of("tailings-grade"));

  static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            DefinitionReaderTests.class.getResourceAsStream("/register/definition/" + name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A line of {@code refused.csv}. */
  record Refused(int line, String instead, int fault, String path, boolean bySchema) {

    String spoilt(String whole) {
      List<String> lines = new ArrayList<>(whole.lines().toList());
      if (instead.isEmpty()) {
        lines.remove(line - 1);
      } else {
        lines.set(line - 1, instead);
      }
      return String.join("\n", lines) + "\n";
    }

    static List<Refused> table() throws IOException {
      return resource("refused.csv")
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|", -1))
          .map(
              c ->
                  new Refused(
                      Integer.parseInt(c[0]),
                      c[1],
                      Integer.parseInt(c[2]),
                      c[3],
                      c[4].equals("yes")))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> aFaultIsToldAtItsLineAndPath() throws IOException {
    String whole = resource("whole.yaml");
    return Refused.table().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.line() + " " + row.instead(),
                    () -> {
                      Reading reading = DefinitionReader.read("pond", row.spoilt(whole), KNOWN);
                      assertThat(reading.definition()).isEmpty();
                      assertThat(reading.faults())
                          .extracting(fault -> fault.line() + " " + fault.path())
                          .as(said(reading))
                          .containsExactly(row.fault() + " " + row.path());
                    }));
  }

  static String said(Reading reading) {
    for (DefinitionFault fault : reading.faults()) {
      assertThat(fault.finding().say(Language.EN)).doesNotContain("{0}");
    }
    return String.join(
        "\n", reading.faults().stream().map(f -> f.finding().say(Language.ZH)).toList());
  }

  @Test
  void theWholeDefinitionIsUnderstood() throws IOException {
    Reading reading = DefinitionReader.read("pond", resource("whole.yaml"), KNOWN);
    assertThat(reading.faults()).as(said(reading)).isEmpty();
    Definition pond = reading.definition().orElseThrow();
    assertThat(pond.kind()).isEqualTo(RegisterKind.LEDGER);
    assertThat(pond.fields()).hasSize(20);
    assertThat(pond.findField("secret").orElseThrow().visibleTo())
        .containsExactly(Role.COORDINATOR);
    assertThat(pond.deadlines().getFirst())
        .extracting(DeadlineRule::due, rule -> rule.event().orElse(""))
        .containsExactly("R/P1Y", "listed");
  }

  /** The example of the design page, word for word. */
  @Test
  void theExampleIsUnderstood() throws IOException {
    Reading reading = DefinitionReader.read("tailings-pond", resource("example.yaml"));
    assertThat(reading.faults()).as(said(reading)).isEmpty();
    Definition pond = reading.definition().orElseThrow();
    assertThat(pond.lifecycle().first().id()).isEqualTo("listed");
    assertThat(pond.lifecycle().transitions().getFirst().label()).isEqualTo("治理中");
    assertThat(pond.lifecycle().findState("closed").orElseThrow().end()).isTrue();
    assertThat(pond.lifecycle().findState("treating").orElseThrow().end()).isFalse();
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheFile() throws IOException {
    String spoilt =
        resource("whole.yaml")
            .replace("kind: 台账", "kind: 表")
            .replace("required: true, sortable", "requird: true, sortable")
            .replace("to: closed, by", "to: clsoed, by")
            .replace("capacity < 90000", "capacty < 90000");
    Reading reading = DefinitionReader.read("pond", spoilt, KNOWN);
    assertThat(reading.faults())
        .extracting(DefinitionFault::path)
        .containsExactly("kind", "fields[0].requird", "lifecycle.transitions[0].to");
    assertThat(said(reading)).contains("是否为“required”").contains("是否为“closed”");
  }

  @Test
  void aDeadlineTellsNothingOfAHiddenField() throws IOException {
    String hiddenDate =
        resource("whole.yaml").replace("type: text, roles: [", "type: date, roles: [");
    for (String part : List.of("event", "done")) {
      String spoilt = hiddenDate.replace("every: P1Y", "every: P1Y, " + part + ": secret");
      assertThat(DefinitionReader.read("pond", spoilt, KNOWN).faults())
          .extracting(DefinitionFault::path, fault -> fault.problem().key())
          .containsExactly(tuple("deadlines[0]." + part, "definition.reads-hidden"));
    }
  }

  @Test
  void aFaultInAnExpressionIsToldAtItsColumn() throws IOException {
    String spoilt = resource("whole.yaml").replace("capacity < 90000", "1 > 2 || capacty < 9");
    DefinitionFault fault = DefinitionReader.read("pond", spoilt, KNOWN).faults().getFirst();
    assertThat(spoilt.lines().toList().get(fault.line() - 1).substring(fault.column() - 1))
        .startsWith("capacty < 9");
  }

  @Test
  void whatIsNoYamlIsRefusedWithALine() {
    assertThat(first("register: a\n  version: 1\n").line()).isEqualTo(2);
    assertThat(first("").problem().key()).isEqualTo("definition.empty");
    assertThat(first("# nothing\n").problem().key()).isEqualTo("definition.empty");
    assertThat(first("- a\n- b\n").problem().key()).isEqualTo("definition.not-a-mapping");
    assertThat(DefinitionReader.read("a.yaml", "register: a\nregister: b\n").faults())
        .extracting(DefinitionFault::line, f -> f.problem().key())
        .contains(tuple(2, "definition.key-twice"));
    assertThat(first("a: &x [1]\nb: *x\n"))
        .extracting(DefinitionFault::line, f -> f.problem().key())
        .containsExactly(2, "definition.alias");
    assertThat(first("a: " + "[".repeat(5_000)).problem().key()).isEqualTo("definition.too-deep");
    assertThat(first("a: " + "x".repeat(300_000)).problem().key())
        .isEqualTo("definition.too-large");
    assertThat(first("a: \u0000").problem().key()).isEqualTo("definition.not-yaml");
    assertThat(first("? [a, b]\n: c\n").problem().key()).isEqualTo("definition.not-yaml");
  }

  private static DefinitionFault first(String yaml) {
    Reading reading = DefinitionReader.read("a.yaml", yaml);
    assertThat(said(reading)).isNotBlank();
    return reading.faults().getFirst();
  }

  @Test
  void thereIsAnEndToFields() {
    StringBuilder yaml =
        new StringBuilder("register: many\nversion: 1\nname: 很多\nkind: 台账\nfields:\n");
    for (int i = 0; i < 201; i++) {
      yaml.append("  - {id: f%d, label: 字段%d, type: text}\n".formatted(i, i));
    }
    assertThat(first(yaml.toString()).problem().key()).isEqualTo("definition.too-many");
  }
}
