package jingtu.server.register.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.WorkingDays;

/**
 * The part of CEL that definitions may use, and what is added to it; see the package. A day is the
 * instant of its midnight in UTC.
 */
final class Dialect {

  /** How often all comprehensions of one evaluation may go round, together. */
  static final int MOST_ITERATIONS = 10_000;

  /** How long an expression may be, in characters. */
  static final int LONGEST = 2_000;

  private static final int DEEPEST = 50;

  /** Over how many years working days are counted, one by one. */
  private static final int MOST_YEARS = 10;

  /** Marks the variable that says whether another has a value; nobody can type it. */
  static final String FILLED = "@filled";

  /** What the macro reports where it is asked about something other than a field. */
  static final String FILLED_WHAT = "filled-what";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxParseErrorRecoveryLimit(1)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxRegexProgramSize(1_000)
          .build();

  private static final CelStandardDeclarations DECLARATIONS =
      CelStandardDeclarations.newBuilder()
          .includeFunctions(
              StandardFunction.CONDITIONAL,
              StandardFunction.LOGICAL_NOT,
              StandardFunction.LOGICAL_OR,
              StandardFunction.LOGICAL_AND,
              StandardFunction.NOT_STRICTLY_FALSE,
              StandardFunction.EQUALS,
              StandardFunction.NOT_EQUALS,
              StandardFunction.LESS,
              StandardFunction.LESS_EQUALS,
              StandardFunction.GREATER,
              StandardFunction.GREATER_EQUALS,
              StandardFunction.IN,
              StandardFunction.ADD,
              StandardFunction.SUBTRACT,
              StandardFunction.MULTIPLY,
              StandardFunction.NEGATE,
              StandardFunction.CONTAINS,
              StandardFunction.STARTS_WITH,
              StandardFunction.ENDS_WITH,
              StandardFunction.MATCHES)
          .build();

  private static final List<CelMacro> MACROS =
      List.of(
          CelMacro.newGlobalMacro(
              "filled", 1, (make, call, asked) -> filled(make, asked.getFirst())),
          CelMacro.newGlobalMacro("has", 1, (make, call, asked) -> filled(make, asked.getFirst())));

  private static final List<CelFunctionDecl> FUNCTIONS =
      List.of(
          function("_/_", "divide", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE),
          CelFunctionDecl.newFunctionDeclaration(
              "size",
              CelOverloadDecl.newGlobalOverload("length", SimpleType.DOUBLE, SimpleType.STRING),
              CelOverloadDecl.newGlobalOverload(
                  "count", SimpleType.DOUBLE, ListType.create(SimpleType.STRING))),
          function("date", "date_of", SimpleType.TIMESTAMP, SimpleType.STRING),
          function("year", "year_of", SimpleType.DOUBLE, SimpleType.TIMESTAMP),
          function(
              "days_between",
              "days_from_to",
              SimpleType.DOUBLE,
              SimpleType.TIMESTAMP,
              SimpleType.TIMESTAMP),
          function(
              "working_days_between",
              "working_days_from_to",
              SimpleType.DOUBLE,
              SimpleType.TIMESTAMP,
              SimpleType.TIMESTAMP),
          function(
              "plus_days",
              "days_later",
              SimpleType.TIMESTAMP,
              SimpleType.TIMESTAMP,
              SimpleType.DOUBLE),
          function(
              "plus_months",
              "months_later",
              SimpleType.TIMESTAMP,
              SimpleType.TIMESTAMP,
              SimpleType.DOUBLE));

  static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder()
          .setStandardEnvironmentEnabled(false)
          .setStandardFunctions(
              CelStandardFunctions.newBuilder()
                  .excludeFunctions(
                      CelStandardFunctions.StandardFunction.DIVIDE,
                      CelStandardFunctions.StandardFunction.SIZE)
                  .build())
          .setOptions(OPTIONS)
          .addFunctionBindings(
              CelFunctionBinding.from("divide", Double.class, Double.class, Dialect::divide),
              CelFunctionBinding.from(
                  "length", String.class, text -> (double) text.codePointCount(0, text.length())),
              CelFunctionBinding.from("count", List.class, list -> (double) list.size()),
              CelFunctionBinding.from("date_of", String.class, Dialect::date),
              CelFunctionBinding.from("year_of", Instant.class, at -> (double) day(at).getYear()),
              CelFunctionBinding.from(
                  "days_from_to",
                  Instant.class,
                  Instant.class,
                  (from, to) -> (double) ChronoUnit.DAYS.between(day(from), day(to))),
              CelFunctionBinding.from(
                  "working_days_from_to", Instant.class, Instant.class, Dialect::workingDays),
              CelFunctionBinding.from(
                  "days_later",
                  Instant.class,
                  Double.class,
                  (from, count) -> later(from, count, ChronoUnit.DAYS)),
              CelFunctionBinding.from(
                  "months_later",
                  Instant.class,
                  Double.class,
                  (from, count) -> later(from, count, ChronoUnit.MONTHS)))
          .build();

  private Dialect() {}

  private static CelFunctionDecl function(
      String name, String overload, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(overload, result, arguments));
  }

  static CelCompiler compiler(Variables variables) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(DECLARATIONS)
            .setStandardMacros(
                CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
            .addMacros(MACROS)
            .addFunctionDeclarations(FUNCTIONS)
            .setOptions(OPTIONS)
            .addVar(Variables.STATE, SimpleType.STRING);
    variables.types().forEach((field, type) -> declare(builder, field, type));
    return builder.build();
  }

  private static void declare(CelCompilerBuilder builder, String field, Variables.Type type) {
    builder.addVar(field + FILLED, SimpleType.BOOL);
    switch (type) {
      case TEXT -> builder.addVar(field, SimpleType.STRING);
      case NUMBER -> builder.addVar(field, SimpleType.DOUBLE);
      case DATE -> builder.addVar(field, SimpleType.TIMESTAMP);
      case FLAG -> builder.addVar(field, SimpleType.BOOL);
      case LIST -> builder.addVar(field, ListType.create(SimpleType.STRING));
      case PERIOD -> {
        for (String end : List.of(field + ".from", field + ".to")) {
          builder.addVar(end, SimpleType.TIMESTAMP);
          builder.addVar(end + FILLED, SimpleType.BOOL);
        }
      }
    }
  }

  /** {@code filled(x)} and {@code filled(x.to)} ask a variable of their own. */
  private static Optional<CelExpr> filled(CelMacroExprFactory make, CelExpr asked) {
    return switch (asked.getKind()) {
      case IDENT -> Optional.of(make.newIdentifier(asked.ident().name() + FILLED));
      case SELECT ->
          asked.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
              ? Optional.of(
                  make.newIdentifier(
                      asked.select().operand().ident().name()
                          + "."
                          + asked.select().field()
                          + FILLED))
              : Optional.of(make.reportError(FILLED_WHAT));
      case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION ->
          Optional.of(make.reportError(FILLED_WHAT));
    };
  }

  private static double divide(double dividend, double divisor) {
    if (divisor == 0) {
      throw new Failure("expression.divides-by-nothing");
    }
    return dividend / divisor;
  }

  private static Instant date(String written) {
    try {
      return midnight(LocalDate.parse(written));
    } catch (DateTimeException e) {
      throw new Failure("expression.not-a-date");
    }
  }

  /**
   * How many days from one to another are worked, both counted; none where the second comes before
   * the first. Of a year whose arrangement is not loaded only the weekends are off.
   */
  private static double workingDays(Instant from, Instant to) {
    LocalDate first = day(from);
    LocalDate last = day(to);
    if (ChronoUnit.YEARS.between(first, last) >= MOST_YEARS) {
      throw new Failure("expression.too-far-apart", MOST_YEARS);
    }
    return last.isBefore(first)
        ? 0
        : first.datesUntil(last.plusDays(1)).filter(WorkingDays.shipped()::isWorkingDay).count();
  }

  private static Instant later(Instant from, double count, ChronoUnit unit) {
    if (count != Math.rint(count) || Math.abs(count) > 1_000_000) {
      throw new Failure("expression.not-whole", unit.toString().toLowerCase(Locale.ROOT));
    }
    return midnight(day(from).plus((long) count, unit));
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static LocalDate day(Instant midnight) {
    return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
  }

  /** Why a function has no result; tells no value that it was given. */
  static final class Failure extends RuntimeException {
    private final transient Message reason;

    Failure(String key, Object... arguments) {
      super(key, null, false, false);
      this.reason = Message.of(key, arguments);
    }

    Message reason() {
      return reason;
    }
  }
}
