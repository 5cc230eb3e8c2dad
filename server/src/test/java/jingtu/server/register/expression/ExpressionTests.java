package jingtu.server.register.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What expressions come to, as {@code outcomes.csv} expects, and what they cost at most. */
class ExpressionTests {

  private static final Variables VARIABLES =
      Variables.of(
          Map.of(
              "capacity", Variables.Type.NUMBER,
              "used", Variables.Type.NUMBER,
              "name", Variables.Type.TEXT,
              "grade", Variables.Type.TEXT,
              "secret", Variables.Type.TEXT,
              "found", Variables.Type.DATE,
              "closed", Variables.Type.DATE,
              "licence", Variables.Type.PERIOD,
              "radioactive", Variables.Type.FLAG,
              "plans", Variables.Type.LIST),
          List.of("listed", "closed"));

  @TestFactory
  Stream<DynamicTest> expressionsComeToWhatTheTableSays() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/register/expression/outcomes.csv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split("§", -1))
              .map(
                  cells ->
                      DynamicTest.dynamicTest(
                          cells[0].strip() + " with " + cells[2].strip(),
                          () ->
                              assertThat(
                                      outcome(cells[0].strip(), kind(cells[1]), content(cells[2])))
                                  .isEqualTo(cells[3].strip())))
              .toList()
              .stream();
    }
  }

  private static Expression.Kind kind(String letter) {
    return switch (letter.strip()) {
      case "b" -> Expression.Kind.BOOLEAN;
      case "n" -> Expression.Kind.NUMBER;
      case "t" -> Expression.Kind.TEXT;
      case "d" -> Expression.Kind.DATE;
      default -> throw new AssertionError("no kind: " + letter);
    };
  }

  private static Map<String, FieldValue> content(String written) {
    Map<String, FieldValue> content = new LinkedHashMap<>();
    for (String part : written.split(";", -1)) {
      if (!part.isBlank()) {
        String[] pair = part.strip().split("=", 2);
        content.put(pair[0], value(pair[0], pair[1]));
      }
    }
    return content;
  }

  private static FieldValue value(String field, String written) {
    return switch (Objects.requireNonNull(VARIABLES.types().get(field))) {
      case TEXT -> new FieldValue.Words(written);
      case NUMBER -> new FieldValue.Amount(new BigDecimal(written));
      case DATE -> new FieldValue.Day(LocalDate.parse(written));
      case FLAG -> new FieldValue.Yes(written.equals("yes"));
      case LIST ->
          new FieldValue.Ids(
              IntStream.range(0, Integer.parseInt(written)).mapToObj(n -> new UUID(7, n)).toList());
      case PERIOD -> {
        String[] ends = written.split("\\.\\.", -1);
        yield new FieldValue.Span(
            LocalDate.parse(ends[0]),
            ends[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(ends[1])));
      }
    };
  }

  private static String outcome(
      String source, Expression.Kind kind, Map<String, FieldValue> content) {
    try {
      return said(
          Expression.compile(VARIABLES, source, kind)
              .evaluate(content, "listed", field -> !field.equals("secret")));
    } catch (ExpressionFault fault) {
      assertThat(Messages.say(fault.problem(), Language.ZH)).isNotBlank();
      assertThat(Messages.say(fault.remedy(), Language.ZH)).isNotBlank();
      return "fault " + fault.problem().key() + " @" + fault.offset();
    }
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Holds holds -> "yes";
      case Outcome.DoesNotHold not -> "no";
      case Outcome.Unknown unknown -> "unknown";
      case Outcome.Hidden(String field) -> "hidden " + field;
      case Outcome.Failed(var reason) -> "failed " + reason.key();
      case Outcome.Value(FieldValue.Words(String text)) -> text;
      case Outcome.Value(FieldValue.Amount(BigDecimal number)) -> number.toPlainString();
      case Outcome.Value(FieldValue.Day(LocalDate date)) -> date.toString();
      case Outcome.Value(FieldValue other) -> throw new AssertionError("not computed: " + other);
    };
  }

  @Test
  void theAbsentFieldsAreNamed() {
    assertThat(
            Expression.compile(VARIABLES, "capacity > used + 1", Expression.Kind.BOOLEAN)
                .evaluate(content("used=1"), "listed", field -> true))
        .isEqualTo(new Outcome.Unknown(Set.of("capacity")));
  }

  @Test
  void whatIsReadIncludesWhatIsOnlyAskedFor() {
    assertThat(
            Expression.compile(
                    VARIABLES,
                    "filled(secret) || licence.to < found || filled(licence.from) && state =="
                        + " 'closed'",
                    Expression.Kind.BOOLEAN)
                .reads())
        .containsExactlyInAnyOrder("secret", "licence", "found");
  }

  /**
   * The same where the field holds something, holds nothing, or holds what cannot be worked with.
   */
  @Test
  void aHiddenFieldTellsNothing() {
    for (String source :
        List.of(
            "secret == '有'",
            "secret == '有' ? 1 / 0 > 1 : true",
            "name.matches(secret)",
            "date(secret) < found",
            "filled(secret) && capacity > 1",
            "size(secret) > 10000",
            "plans.exists(p, p == secret)")) {
      Expression expression = Expression.compile(VARIABLES, source, Expression.Kind.BOOLEAN);
      for (String content : List.of("", "secret=有", "secret=(", "secret=2026-01-01; capacity=2")) {
        assertThat(expression.evaluate(content(content), "listed", f -> !f.equals("secret")))
            .as(source + " with " + content)
            .isEqualTo(new Outcome.Hidden("secret"));
      }
    }
  }

  @Test
  void comprehensionsGoRoundSoOftenAndNoMore() {
    String list =
        "[" + String.join(",", IntStream.range(0, 40).mapToObj(String::valueOf).toList()) + "]";
    String twice = "%1$s.all(a, %1$s.all(b, a + b >= 0))".formatted(list);
    String thrice = "%1$s.all(a, %1$s.all(b, %1$s.all(c, a + b + c >= 0)))".formatted(list);
    assertThat(evaluated(twice)).isEqualTo(new Outcome.Holds());
    assertThat(evaluated(thrice))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason().key()).isEqualTo("expression.goes-round-too-often"));
  }

  @Test
  void anExpressionHasAnEnd() {
    String long_ = "capacity > 1" + " && capacity > 1".repeat(200);
    assertThatThrownBy(() -> evaluated(long_))
        .isInstanceOfSatisfying(
            ExpressionFault.class,
            fault -> assertThat(fault.problem().key()).isEqualTo("expression.too-long"));
    String deep = "(".repeat(400) + "true" + ")".repeat(400);
    assertThatThrownBy(() -> evaluated(deep)).isInstanceOf(ExpressionFault.class);
  }

  /** Types, functions and macros of CEL are no reason to forbid a field that name. */
  @Test
  void fieldsMayBeCalledLikeTypesAndFunctions() {
    for (String id :
        List.of("type", "int", "string", "date", "size", "list", "map", "has", "all")) {
      assertThat(Variables.isReserved(id)).isFalse();
      Variables variables = Variables.of(Map.of(id, Variables.Type.NUMBER), List.of("listed"));
      assertThat(
              Expression.compile(
                      variables, id + " > 3 && filled(" + id + ")", Expression.Kind.BOOLEAN)
                  .evaluate(
                      Map.of(id, new FieldValue.Amount(BigDecimal.TEN)), "listed", field -> true))
          .as(id)
          .isEqualTo(new Outcome.Holds());
    }
  }

  @Test
  void whatCelReservesIsReservedHere() {
    for (String word :
        List.of("in", "for", "function", "if", "namespace", "package", "while", "true", "null")) {
      assertThat(Variables.isReserved(word)).as(word).isTrue();
    }
  }

  private static Outcome evaluated(String source) {
    return Expression.compile(VARIABLES, source, Expression.Kind.BOOLEAN)
        .evaluate(Map.of(), "listed", field -> true);
  }
}
