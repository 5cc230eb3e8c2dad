package jingtu.server.register.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.table.TypedRow;
import jingtu.server.register.table.TypedTables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A definition that hides a field, opens one or asks for one no longer: searches look through what
 * the records of the register hold in the fields that are open now. Until then whoever may not know
 * a field would still find records by what it held when everybody knew it.
 */
@Component
class RewordSearch {

  private final Definitions definitions;
  private final DefinitionHistory history;
  private final EveryRecord everyRecord;
  private final TypedTables tables;

  RewordSearch(
      Definitions definitions,
      DefinitionHistory history,
      EveryRecord everyRecord,
      TypedTables tables) {
    this.definitions = definitions;
    this.history = history;
    this.everyRecord = everyRecord;
    this.tables = tables;
  }

  @EventListener
  void when(DefinitionApplied applied) {
    definitions
        .current(applied.register())
        .filter(
            now ->
                history
                    .before(now.id(), now.version())
                    .map(before -> isSearchedOtherwise(before, now))
                    .orElse(true))
        .ifPresent(this::reword);
  }

  /** A field that is new holds nothing yet and asks for nothing. */
  private static boolean isSearchedOtherwise(Definition before, Definition now) {
    Set<String> known = before.fields().stream().map(Field::id).collect(Collectors.toSet());
    Set<String> searched = new HashSet<>(searched(now));
    searched.retainAll(known);
    return !searched.equals(searched(before));
  }

  private static Set<String> searched(Definition definition) {
    return definition.activeFields().stream()
        .filter(field -> field.visibleTo().isEmpty())
        .map(Field::id)
        .collect(Collectors.toSet());
  }

  private void reword(Definition definition) {
    everyRecord.change(definition, (some, names) -> reword(definition, some, names));
  }

  private void reword(Definition definition, List<RecordId> ids, Names names) {
    Map<RecordId, String> texts = new HashMap<>();
    for (TypedRow row : tables.read(definition, ids)) {
      String text = names.searchText(definition, row.content());
      if (!text.equals(row.searchText())) {
        texts.put(row.id(), text);
      }
    }
    tables.reword(definition, texts);
  }
}
