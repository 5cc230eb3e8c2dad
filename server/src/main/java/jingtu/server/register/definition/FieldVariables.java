package jingtu.server.register.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.definition.FieldType.ResultType;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.Variables;

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
    Map<String, Variables.Type> types = new HashMap<>();
    fields.forEach(field -> types.put(field.id(), type(field.type())));
    return Variables.of(types, states);
  }

  private static Variables.Type type(FieldType type) {
    return switch (type) {
      case FieldType.Figure figure -> Variables.Type.NUMBER;
      case FieldType.Quantity quantity -> Variables.Type.NUMBER;
      case FieldType.Date date -> Variables.Type.DATE;
      case FieldType.Period period -> Variables.Type.PERIOD;
      case FieldType.Flag flag -> Variables.Type.FLAG;
      case FieldType.OfOrganisation organisation -> Variables.Type.LIST;
      case FieldType.Link link -> Variables.Type.LIST;
      case FieldType.Evidence evidence -> Variables.Type.LIST;
      case FieldType.Computed(var expression, var result) ->
          switch (result) {
            case TEXT -> Variables.Type.TEXT;
            case NUMBER -> Variables.Type.NUMBER;
            case DATE -> Variables.Type.DATE;
            case FLAG -> Variables.Type.FLAG;
          };
      case FieldType.Text text -> Variables.Type.TEXT;
      case FieldType.LongText text -> Variables.Type.TEXT;
      case FieldType.Code code -> Variables.Type.TEXT;
      case FieldType.OfRegion region -> Variables.Type.TEXT;
      case FieldType.Post post -> Variables.Type.TEXT;
      case FieldType.CreditCode code -> Variables.Type.TEXT;
      case FieldType.EstateUnit unit -> Variables.Type.TEXT;
      case FieldType.ParcelCode code -> Variables.Type.TEXT;
      case FieldType.DisclosureMark mark -> Variables.Type.TEXT;
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
