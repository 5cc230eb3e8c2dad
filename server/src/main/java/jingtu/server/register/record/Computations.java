package jingtu.server.register.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.FieldVariables;
import jingtu.server.register.expression.Outcome;

/** Works out the computed fields of a record whenever it, or its definition, is stored. */
public final class Computations {

  private Computations() {}

  /**
   * The content with what its computed fields come to. One that depends on something absent, or
   * that cannot be worked out, has no value. Later fields may read earlier ones.
   */
  public static Map<String, FieldValue> complete(
      Definition definition, Map<String, FieldValue> content, String state) {
    Map<String, FieldValue> complete = new HashMap<>(content);
    for (Field field : definition.activeFields()) {
      if (field.type() instanceof FieldType.Computed) {
        complete.remove(field.id());
        compute(definition, field, complete, state)
            .ifPresent(value -> complete.put(field.id(), value));
      }
    }
    return complete;
  }

  private static Optional<FieldValue> compute(
      Definition definition, Field field, Map<String, FieldValue> content, String state) {
    Outcome outcome =
        FieldVariables.computation(definition, field)
            .orElseThrow()
            .evaluate(content, state, any -> true);
    return switch (outcome) {
      case Outcome.Holds() -> Optional.of(new FieldValue.Yes(true));
      case Outcome.DoesNotHold() -> Optional.of(new FieldValue.Yes(false));
      case Outcome.Value(FieldValue value) -> Optional.of(value);
      case Outcome.Unknown unknown -> Optional.empty();
      case Outcome.Hidden hidden -> Optional.empty();
      case Outcome.Failed failed -> Optional.empty();
    };
  }
}
