package jingtu.server.register.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Message;

/** A condition or a computation over one record, compiled; see the package for what it means. */
public final class Expression {

  /** What an expression is to yield. */
  public enum Kind {
    BOOLEAN(SimpleType.BOOL),
    NUMBER(SimpleType.DOUBLE),
    TEXT(SimpleType.STRING),
    DATE(SimpleType.TIMESTAMP);

    private final CelType type;

    Kind(CelType type) {
      this.type = type;
    }
  }

  /** Registers have a few hundred expressions together; what is more is compiled anew. */
  private static final int MOST_KEPT = 5_000;

  private static final Map<Key, Expression> KEPT = new ConcurrentHashMap<>();

  /** Significant digits of a double that survive being written down. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int DECIMALS = 8;

  /** The columns of numbers hold 20 digits before the point. */
  private static final double TOO_LARGE = 1e20;

  private final CelRuntime.Program program;
  private final Kind kind;
  private final SortedSet<String> reads;

  private record Key(Variables variables, String source, Kind kind) {}

  private Expression(CelRuntime.Program program, Kind kind, SortedSet<String> reads) {
    this.program = program;
    this.kind = kind;
    this.reads = reads;
  }

  /**
   * Compiles an expression, or hands out the one that was compiled before.
   *
   * @throws ExpressionFault where it says nothing, reads what is not there or yields something else
   */
  public static Expression compile(Variables variables, String source, Kind kind) {
    Key key = new Key(variables, source, kind);
    Expression kept = KEPT.get(key);
    if (kept != null) {
      return kept;
    }
    Expression compiled = compiled(variables, source, kind);
    if (KEPT.size() >= MOST_KEPT) {
      KEPT.clear();
    }
    KEPT.put(key, compiled);
    return compiled;
  }

  private static Expression compiled(Variables variables, String source, Kind kind) {
    CompileFaults faults = new CompileFaults(variables, source);
    CelAbstractSyntaxTree parsed = sound(variables.compiler().parse(source), faults);
    faults.remember(parsed);
    CelAbstractSyntaxTree checked = sound(variables.compiler().check(withDoubles(parsed)), faults);
    if (!checked.getResultType().equals(kind.type)) {
      throw faults.wrongResult(checked.getResultType(), kind.type);
    }
    faults.refuseUnknownStates(checked);
    try {
      return new Expression(
          Dialect.RUNTIME.createProgram(checked), kind, fieldsIn(checked, variables));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("what was checked makes no program: " + source, e);
    }
  }

  private static CelAbstractSyntaxTree sound(CelValidationResult result, CompileFaults faults) {
    try {
      if (result.hasError()) {
        throw faults.of(result.getErrors());
      }
      return result.getAst();
    } catch (CelValidationException e) {
      throw faults.of(e.getErrors());
    }
  }

  /** Every whole number becomes a double, those in what macros made included. */
  private static CelAbstractSyntaxTree withDoubles(CelAbstractSyntaxTree parsed) {
    CelMutableAst mutable = CelMutableAst.fromCelAst(parsed);
    CelNavigableMutableAst.fromAst(mutable)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .filter(node -> node.expr().constant().getKind() == CelConstant.Kind.INT64_VALUE)
        .forEach(
            node ->
                node.expr()
                    .setConstant(
                        CelConstant.ofValue((double) node.expr().constant().int64Value())));
    return mutable.toParsedAst();
  }

  /** Rather one field too many, where a variable of a comprehension is called like it. */
  private static SortedSet<String> fieldsIn(CelAbstractSyntaxTree ast, Variables variables) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .map(CelNavigableExpr::expr)
        .map(expr -> expr.ident().name().replace(Dialect.FILLED, ""))
        .map(name -> name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.')))
        .filter(variables.types()::containsKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ids of the fields that it reads, asked whether they are filled in included. */
  public Set<String> reads() {
    return Set.copyOf(reads);
  }

  /**
   * What it comes to.
   *
   * @param content the values that the record has, by field id; a field without one is absent
   * @param visible whether whoever asks may know a field
   */
  public Outcome evaluate(
      Map<String, FieldValue> content, String state, Predicate<String> visible) {
    for (String field : reads) {
      if (!visible.test(field)) {
        return new Outcome.Hidden(field);
      }
    }
    try {
      return outcome(program.eval(new Bindings(content, state)), content);
    } catch (CelEvaluationException e) {
      return new Outcome.Failed(reason(e));
    }
  }

  private Outcome outcome(Object result, Map<String, FieldValue> content) {
    if (result instanceof CelUnknownSet) {
      return unknown(content);
    }
    return switch (kind) {
      case BOOLEAN -> (boolean) result ? new Outcome.Holds() : new Outcome.DoesNotHold();
      case NUMBER -> number((double) result);
      case TEXT ->
          ((String) result).isBlank()
              ? new Outcome.Unknown(Set.of())
              : new Outcome.Value(new FieldValue.Words((String) result));
      case DATE -> new Outcome.Value(new FieldValue.Day(Dialect.day((Instant) result)));
    };
  }

  private Outcome unknown(Map<String, FieldValue> content) {
    return new Outcome.Unknown(
        reads.stream().filter(field -> !content.containsKey(field)).collect(Collectors.toSet()));
  }

  private static Outcome number(double result) {
    if (!Double.isFinite(result) || Math.abs(result) >= TOO_LARGE) {
      return new Outcome.Failed(Message.of("expression.not-a-number"));
    }
    return new Outcome.Value(
        new FieldValue.Amount(
            new BigDecimal(result).round(DIGITS).setScale(DECIMALS, RoundingMode.HALF_UP)));
  }

  private static Message reason(CelEvaluationException failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof Dialect.Failure failure) {
        return failure.reason();
      }
    }
    if (failed.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
      return Message.of("expression.goes-round-too-often", Dialect.MOST_ITERATIONS);
    }
    return Message.of(
        failed.getErrorCode() == CelErrorCode.INVALID_ARGUMENT
            ? "expression.bad-pattern"
            : "expression.failed");
  }
}
