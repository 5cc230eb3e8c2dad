package jingtu.server.register.expression;

import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.record.FieldValue;

/** The values of one record under the names that expressions call them by. */
record Bindings(Map<String, FieldValue> content, String state) implements CelVariableResolver {

  private static final String FROM = ".from";
  private static final String TO = ".to";

  @Override
  public Optional<Object> find(String name) {
    if (name.equals(Variables.STATE)) {
      return Optional.of(state);
    }
    if (name.endsWith(Dialect.FILLED)) {
      String asked = name.substring(0, name.length() - Dialect.FILLED.length());
      return Optional.of(content.containsKey(asked) || value(asked).isPresent());
    }
    return value(name);
  }

  private Optional<Object> value(String name) {
    int dot = name.indexOf('.');
    FieldValue value = content.get(dot < 0 ? name : name.substring(0, dot));
    if (value == null) {
      return Optional.empty();
    }
    return switch (value) {
      case FieldValue.Words(String text) -> Optional.of(text);
      case FieldValue.Amount(var number) -> Optional.of(number.doubleValue());
      case FieldValue.Day(var date) -> Optional.of(Dialect.midnight(date));
      case FieldValue.Yes(boolean holds) -> Optional.of(holds);
      case FieldValue.Ids(var ids) -> Optional.of(ids.stream().map(UUID::toString).toList());
      case FieldValue.Span(var from, var to) ->
          switch (dot < 0 ? "" : name.substring(dot)) {
            case FROM -> Optional.of(Dialect.midnight(from));
            case TO -> to.map(Dialect::midnight);
            default -> Optional.empty();
          };
    };
  }
}
