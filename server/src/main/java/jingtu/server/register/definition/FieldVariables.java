package jingtu.server.register.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.definition.FieldType.ResultType;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.Variables;
import jingtu.server.register.expression.Variables.Type;

/** The fields of a register as expressions know them. */
public final class FieldVariables {

  private FieldVariables() {}

  /** All fields of a definition, retired ones included, and its states. */
  public static Variables of(Definition definition) {
    return of(
        definition.fields(),
        definition.lifecycle().states().stream().map(Lifecycle.State::id).toList());
  }

  static Variables of(List<Field> fields, Collection<String> states) {
    Map<String, Type> types = new HashMap<>();
    fields.forEach(field -> types.put(field.id(), type(field.type())));
    return Variables.of(types, states);
  }

  private static Type type(FieldType type) {
    return switch (type) {
      case FieldType.Figure figure -> Type.NUMBER;
      case FieldType.Quantity quantity -> Type.NUMBER;
      case FieldType.Date date -> Type.DATE;
      case FieldType.Period period -> Type.PERIOD;
      case FieldType.Flag flag -> Type.FLAG;
      case FieldType.OfOrganisation organisation -> Type.LIST;
      case FieldType.Link link -> Type.LIST;
      case FieldType.Evidence evidence -> Type.LIST;
      case FieldType.Computed(var expression, var result) ->
          switch (result) {
            case TEXT -> Type.TEXT;
            case NUMBER -> Type.NUMBER;
            case DATE -> Type.DATE;
            case FLAG -> Type.FLAG;
          };
      case FieldType.Text text -> Type.TEXT;
      case FieldType.LongText text -> Type.TEXT;
      case FieldType.Code code -> Type.TEXT;
      case FieldType.OfRegion region -> Type.TEXT;
      case FieldType.Post post -> Type.TEXT;
      case FieldType.CreditCode code -> Type.TEXT;
      case FieldType.EstateUnit unit -> Type.TEXT;
      case FieldType.ParcelCode code -> Type.TEXT;
      case FieldType.DisclosureMark mark -> Type.TEXT;
    };
  }

  /** What an expression of a computed field must yield. */
  public static Expression.Kind kind(ResultType result) {
    return switch (result) {
      case TEXT -> Expression.Kind.TEXT;
      case NUMBER -> Expression.Kind.NUMBER;
      case DATE -> Expression.Kind.DATE;
      case FLAG -> Expression.Kind.BOOLEAN;
    };
  }

  /** The expression of a computed field, compiled; empty for a field of another type. */
  public static Optional<Expression> computation(Definition definition, Field field) {
    return field.type() instanceof FieldType.Computed(var source, var result)
        ? Optional.of(Expression.compile(of(definition), source, kind(result)))
        : Optional.empty();
  }
}
