package jingtu.server.register.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.vocabulary.Message;

/** Says in our words, and with the place, what CEL's parser and type checker complain about. */
final class CompileFaults {

  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");
  private static final Pattern RESERVED = Pattern.compile("reserved identifier: (\\S+)");
  private static final List<String> FUNCTIONS =
      List.of(
          "filled",
          "size",
          "date",
          "year",
          "days_between",
          "working_days_between",
          "plus_days",
          "plus_months");

  /** CEL's types in the words of definition files. */
  private static final Map<String, String> TYPES =
      Map.of(
          "double", "number",
          "string", "text",
          "bool", "flag",
          "timestamp", "date",
          "google.protobuf.Timestamp", "date",
          "list(string)", "list",
          "list(double)", "list of number");

  private final Variables variables;
  private final String source;
  private Map<Long, Integer> positions = Map.of();

  CompileFaults(Variables variables, String source) {
    this.variables = variables;
    this.source = source;
  }

  /** Where the parts of the source stand; what is made of it afterwards forgets. */
  void remember(CelAbstractSyntaxTree parsed) {
    positions = Map.copyOf(parsed.getSource().getPositionsMap());
  }

  /** The first of what was found; what follows it is often its consequence. */
  ExpressionFault of(List<CelIssue> issues) {
    CelIssue first =
        issues.stream()
            .min(Comparator.comparingInt(this::offset))
            .orElseThrow(() -> new IllegalStateException("an error without an issue: " + source));
    return of(first.getMessage().lines().findFirst().orElse(""), startOfCall(offset(first)));
  }

  private ExpressionFault of(String complaint, int offset) {
    Matcher unknown = UNKNOWN_NAME.matcher(complaint);
    Matcher overload = NO_OVERLOAD.matcher(complaint);
    Matcher reserved = RESERVED.matcher(complaint);
    if (complaint.endsWith(Dialect.FILLED_WHAT)) {
      return fault(offset, Message.of("expression.filled-what"), "expression.filled-remedy");
    } else if (reserved.matches()) {
      return fault(
          offset,
          Message.of("expression.reserved", reserved.group(1)),
          "expression.reserved-remedy");
    } else if (unknown.matches()) {
      return unknownName(unknown.group(1), offset);
    } else if (overload.matches()) {
      return fault(
          offset,
          Message.of(
              "expression.no-such-operation",
              overload.group(1).replace("_", ""),
              types(overload.group(2))),
          "expression.types-remedy");
    } else if (source.codePointCount(0, source.length()) > Dialect.LONGEST) {
      return fault(0, Message.of("expression.too-long", Dialect.LONGEST), "expression.shorten");
    }
    return fault(offset, Message.of("expression.syntax", near(offset)), "expression.syntax-remedy");
  }

  private ExpressionFault unknownName(String name, int offset) {
    String plain = name.replace(Dialect.FILLED, "");
    if (variables.types().get(plain) == Variables.Type.PERIOD) {
      return new ExpressionFault(
          offset,
          Message.of("expression.period-whole", plain),
          Message.of("expression.period-remedy", plain));
    }
    if (isCalled(plain, offset)) {
      return new ExpressionFault(
          offset,
          Message.of("expression.unknown-function", plain),
          Message.of("expression.functions", String.join(", ", FUNCTIONS)));
    }
    Optional<String> near = NearMiss.of(plain, variables.types().keySet());
    return near.map(
            meant ->
                new ExpressionFault(
                    offset,
                    Message.of("expression.unknown-name-near", plain, meant),
                    Message.of("expression.write-instead", meant)))
        .orElseGet(
            () ->
                new ExpressionFault(
                    offset,
                    Message.of("expression.unknown-name", plain),
                    Message.of("expression.names", String.join(", ", variables.types().keySet()))));
  }

  private boolean isCalled(String name, int offset) {
    return source.startsWith(name + "(", source.offsetByCodePoints(0, offset));
  }

  /** CEL points to the bracket of a call; people look at its name. */
  private int startOfCall(int offset) {
    int start = source.offsetByCodePoints(0, offset);
    if (source.startsWith("(", start)) {
      while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
        start--;
      }
    }
    return source.codePointCount(0, start);
  }

  private static String types(String listed) {
    StringBuilder said = new StringBuilder();
    for (String type : listed.replaceAll("^\\(|\\)$", "").split(", ", -1)) {
      said.append(said.isEmpty() ? "" : ", ").append(TYPES.getOrDefault(type, type));
    }
    return said.toString();
  }

  ExpressionFault wrongResult(CelType found, CelType wanted) {
    return new ExpressionFault(
        0,
        Message.of("expression.wrong-result", types(found.name()), types(wanted.name())),
        Message.of("expression.wrong-result-remedy", types(wanted.name())));
  }

  /** A text that {@code state} is compared with is the id of a state. */
  void refuseUnknownStates(CelAbstractSyntaxTree ast) {
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .map(CelNavigableExpr::expr)
        .filter(call -> List.of("_==_", "_!=_", "@in").contains(call.call().function()))
        .filter(call -> call.call().args().stream().anyMatch(CompileFaults::isState))
        .flatMap(call -> call.call().args().stream())
        .flatMap(CompileFaults::texts)
        .filter(text -> !variables.states().contains(text.constant().stringValue()))
        .findFirst()
        .ifPresent(this::unknownState);
  }

  private void unknownState(CelExpr text) {
    throw new ExpressionFault(
        positions.getOrDefault(text.id(), 0),
        Message.of("expression.unknown-state", text.constant().stringValue()),
        Message.of("expression.states", String.join(", ", variables.states())));
  }

  private static boolean isState(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
        && expr.ident().name().equals(Variables.STATE);
  }

  private static Stream<CelExpr> texts(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT ->
          expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
              ? Stream.of(expr)
              : Stream.empty();
      case LIST -> expr.list().elements().stream().flatMap(CompileFaults::texts);
      case NOT_SET, IDENT, SELECT, CALL, STRUCT, MAP, COMPREHENSION -> Stream.empty();
    };
  }

  private ExpressionFault fault(int offset, Message problem, String remedy) {
    return new ExpressionFault(offset, problem, Message.of(remedy));
  }

  /** CEL counts lines from 1 and columns from 0. */
  private int offset(CelIssue issue) {
    Integer known = positions.get(issue.getExprId());
    if (known != null) {
      return known;
    }
    int line = Math.max(issue.getSourceLocation().getLine(), 1);
    int before =
        source
            .lines()
            .limit(line - 1L)
            .mapToInt(text -> text.codePointCount(0, text.length()) + 1)
            .sum();
    return Math.clamp((long) before + issue.getSourceLocation().getColumn(), 0, length());
  }

  private int length() {
    return source.codePointCount(0, source.length());
  }

  private String near(int offset) {
    String rest = source.substring(source.offsetByCodePoints(0, Math.min(offset, length())));
    return rest.isBlank() ? source : rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
  }
}
