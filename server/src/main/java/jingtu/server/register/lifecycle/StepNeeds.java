package jingtu.server.register.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldVariables;
import jingtu.server.register.definition.Lifecycle.Guard;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.Outcome;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Message;

/**
 * What a step asks of a record, held against what is there. A definition's steps rest on nothing
 * that is hidden from anybody, so what they lack may be told to everybody.
 */
final class StepNeeds {

  private final Definition definition;
  private final Transition step;

  StepNeeds(Definition definition, Transition step) {
    this.definition = definition;
    this.step = step;
  }

  /**
   * What it still lacks, in the order fields, files, condition; empty where it can be taken.
   *
   * @param content the record's values, those filled in with the step included
   * @param handedIn the kinds of files that are handed in with it
   */
  List<Message> lacking(Map<String, FieldValue> content, String state, Set<String> handedIn) {
    List<Message> lacks = new ArrayList<>();
    for (String id : step.fields()) {
      if (!content.containsKey(id)) {
        lacks.add(Message.of("register-lifecycle.lacks-field", label(id)));
      }
    }
    for (String kind : step.evidence()) {
      if (!handedIn.contains(kind)) {
        lacks.add(Message.of("register-lifecycle.lacks-evidence", kind));
      }
    }
    step.test().ifPresent(guard -> judge(guard, content, state, lacks));
    return lacks;
  }

  private String label(String id) {
    return definition.findField(id).map(Field::label).orElse(id);
  }

  private void judge(
      Guard guard, Map<String, FieldValue> content, String state, List<Message> lacks) {
    Outcome outcome =
        Expression.compile(FieldVariables.of(definition), guard.test(), Expression.Kind.BOOLEAN)
            .evaluate(content, state, field -> true);
    switch (outcome) {
      case Outcome.Holds holds -> {}
      case Outcome.DoesNotHold not ->
          lacks.add(Message.of("register-lifecycle.condition", guard.message()));
      case Outcome.Unknown unknown ->
          lacks.add(Message.of("register-lifecycle.condition", guard.message()));
      case Outcome.Failed(Message reason) -> lacks.add(reason);
      case Outcome.Hidden hidden ->
          throw new IllegalStateException("nothing is hidden here: " + guard.test());
      case Outcome.Value value ->
          throw new IllegalStateException("a condition that is a value: " + guard.test());
    }
  }
}
