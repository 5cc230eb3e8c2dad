package jingtu.server.register.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Message;

/**
 * What one version of a definition changed of the one before, in sentences. Fields that a role may
 * not know, before or after, are not told of.
 */
final class DefinitionDifferences {

  private final Definition before;
  private final Definition after;
  private final Role role;
  private final List<Message> said = new ArrayList<>();

  private DefinitionDifferences(Definition before, Definition after, Role role) {
    this.before = before;
    this.after = after;
    this.role = role;
  }

  /** The sentences; none where nothing changed that the role may know. */
  static List<Message> between(Definition before, Definition after, Role role) {
    DefinitionDifferences differences = new DefinitionDifferences(before, after, role);
    differences.ofTheWhole();
    differences.ofFields();
    differences.ofLifecycle();
    differences.ofRules();
    return List.copyOf(differences.said);
  }

  private void ofTheWhole() {
    if (!before.name().equals(after.name())) {
      said.add(Message.of("definition.renamed", before.name(), after.name()));
    }
    changed(Definition::kind, Message.of("definition.kind-changed"));
    changed(Definition::help, Message.of("definition.help-changed"));
    changed(Definition::serves, Message.of("definition.serves-changed"));
    changed(Definition::key, Message.of("definition.key-changed"));
    changed(Definition::geometry, Message.of("definition.shape-changed"));
    changed(Definition::groups, Message.of("definition.groups-changed"));
    changed(Definition::disclosure, Message.of("definition.disclosure-changed"));
  }

  private void changed(Function<Definition, Object> part, Message message) {
    if (!part.apply(before).equals(part.apply(after))) {
      said.add(message);
    }
  }

  private void ofFields() {
    for (Field field : after.fields()) {
      Optional<Field> was = before.findField(field.id());
      if (isKnown(field) && was.map(this::isKnown).orElse(true)) {
        was.ifPresentOrElse(
            old -> compare(old, field),
            () -> said.add(Message.of("definition.field-added", field.label())));
      }
    }
    for (Field field : before.fields()) {
      if (after.findField(field.id()).isEmpty() && isKnown(field)) {
        said.add(Message.of("definition.field-dropped", field.label()));
      }
    }
  }

  private boolean isKnown(Field field) {
    return field.isVisibleTo(role);
  }

  private void compare(Field old, Field field) {
    if (!old.label().equals(field.label())) {
      said.add(Message.of("definition.field-renamed", old.label(), field.label()));
    }
    if (old.retired() != field.retired()) {
      said.add(
          field.retired()
              ? Message.of("definition.field-retired", field.label())
              : Message.of("definition.field-revived", field.label()));
    }
    if (old.required() != field.required()) {
      said.add(
          field.required()
              ? Message.of("definition.field-required", field.label())
              : Message.of("definition.field-optional", field.label()));
    }
    if (!rest(old).equals(rest(field))) {
      said.add(Message.of("definition.field-changed", field.label()));
    }
  }

  /** What of a field has no sentence of its own. */
  private static List<Object> rest(Field field) {
    return List.of(
        field.type(),
        field.group(),
        field.help(),
        field.unique(),
        field.sortable(),
        field.when(),
        field.visibleTo(),
        field.aliases());
  }

  private void ofLifecycle() {
    compare(
        before.lifecycle().states(),
        after.lifecycle().states(),
        Lifecycle.State::id,
        state -> Message.of("definition.state-added", state.label()),
        state -> Message.of("definition.state-dropped", state.label()),
        state -> Message.of("definition.state-changed", state.label()));
    compare(
        before.lifecycle().transitions(),
        after.lifecycle().transitions(),
        Lifecycle.Transition::id,
        step -> Message.of("definition.step-added", step.label()),
        step -> Message.of("definition.step-dropped", step.label()),
        step -> Message.of("definition.step-changed", step.label()));
  }

  private void ofRules() {
    compare(
        told(before),
        told(after),
        Definition.Rule::id,
        rule -> Message.of("definition.rule-added", rule.message()),
        rule -> Message.of("definition.rule-dropped", rule.message()),
        rule -> Message.of("definition.rule-changed", rule.message()));
    compare(
        before.deadlines(),
        after.deadlines(),
        DeadlineRule::id,
        rule -> Message.of("definition.deadline-added", rule.duty()),
        rule -> Message.of("definition.deadline-dropped", rule.duty()),
        rule -> Message.of("definition.deadline-changed", rule.duty()));
    compare(
        before.indicators(),
        after.indicators(),
        Definition.IndicatorRule::id,
        rule -> Message.of("definition.indicator-added", rule.name()),
        rule -> Message.of("definition.indicator-dropped", rule.name()),
        rule -> Message.of("definition.indicator-changed", rule.name()));
  }

  private List<Definition.Rule> told(Definition definition) {
    return definition.rules().stream()
        .filter(rule -> rule.field().flatMap(definition::findField).map(this::isKnown).orElse(true))
        .toList();
  }

  private <T> void compare(
      List<T> olds,
      List<T> news,
      Function<T, String> id,
      Function<T, Message> added,
      Function<T, Message> dropped,
      Function<T, Message> changed) {
    Set<String> seen = new HashSet<>();
    for (T one : news) {
      seen.add(id.apply(one));
      Optional<T> was =
          olds.stream().filter(old -> id.apply(old).equals(id.apply(one))).findFirst();
      if (was.isEmpty()) {
        said.add(added.apply(one));
      } else if (!Objects.equals(was.get(), one)) {
        said.add(changed.apply(one));
      }
    }
    olds.stream()
        .filter(old -> !seen.contains(id.apply(old)))
        .forEach(old -> said.add(dropped.apply(old)));
  }
}
