package jingtu.server.register.definition;

import java.util.List;
import java.util.Optional;
import jingtu.server.register.table.TableChange;
import jingtu.vocabulary.Message;

/**
 * What a new version of a definition owes to the one before, so that no record loses anything: a
 * higher version, every state that records may stand in, and the type of each field.
 */
final class Succession {

  static final String NOT_HIGHER = "definition.not-higher";

  private final String file;
  private final String text;
  private final Definition definition;
  private final Faults faults;

  Succession(String file, String text, Definition definition) {
    this.file = file;
    this.text = text;
    this.definition = definition;
    this.faults = new Faults(file);
  }

  List<DefinitionFault> faults(
      Optional<StoredDefinition> stored, Optional<Definition> before, List<TableChange> plan) {
    YamlTree tree = YamlTree.read(text, new Faults(file)).orElseThrow();
    stored
        .filter(version -> version.version() >= definition.version())
        .ifPresent(
            version ->
                fault(
                    tree,
                    "version",
                    Message.of(NOT_HIGHER, version.version()),
                    Message.of("definition.raise-version", version.version() + 1)));
    before.ifPresent(old -> checkStates(tree, old));
    plan.stream()
        .filter(TableChange.ChangedType.class::isInstance)
        .map(TableChange.ChangedType.class::cast)
        .forEach(change -> checkType(tree, change));
    return faults.list();
  }

  private void fault(YamlTree tree, String path, Message problem, Message remedy) {
    faults.at(tree.at(path), path, problem, remedy);
  }

  private void checkStates(YamlTree tree, Definition before) {
    before.lifecycle().states().stream()
        .filter(state -> definition.lifecycle().findState(state.id()).isEmpty())
        .forEach(
            state ->
                fault(
                    tree,
                    "lifecycle.states",
                    Message.of("definition.state-gone", state.id(), state.label()),
                    Message.of("definition.keep-state")));
  }

  private void checkType(YamlTree tree, TableChange.ChangedType change) {
    int index = definition.fields().stream().map(Field::id).toList().indexOf(change.field());
    fault(
        tree,
        index < 0 ? "geometry" : "fields[" + index + "].type",
        change.message(),
        Message.of("definition.new-field-instead"));
  }
}
