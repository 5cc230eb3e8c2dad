package jingtu.server.register.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.Definitions;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A definition that works out a field otherwise, or works out a new one: the records of the
 * register, removed ones too, hold what it comes to now. Nobody has changed them, so they keep
 * their version and their history says nothing of it; the history of the definition does.
 */
@Component
class ComputeAnew {

  private final Definitions definitions;
  private final DefinitionHistory history;
  private final EveryRecord everyRecord;
  private final RecordRows rows;

  ComputeAnew(
      Definitions definitions,
      DefinitionHistory history,
      EveryRecord everyRecord,
      RecordRows rows) {
    this.definitions = definitions;
    this.history = history;
    this.everyRecord = everyRecord;
    this.rows = rows;
  }

  /** Before everybody who rests on what records hold, such as those who reckon deadlines. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void when(DefinitionApplied applied) {
    definitions
        .current(applied.register())
        .filter(
            now ->
                history
                    .before(now.id(), now.version())
                    .map(before -> !now.computedUnlike(before).isEmpty())
                    .orElse(true))
        .ifPresent(this::compute);
  }

  private void compute(Definition definition) {
    everyRecord.change(definition, (some, names) -> compute(definition, some, names));
  }

  private void compute(Definition definition, List<RecordId> ids, Names names) {
    Map<StoredRecord, String> changed = new HashMap<>();
    for (StoredRecord record : rows.list(definition, ids)) {
      Map<String, FieldValue> content =
          Computations.complete(definition, record.content(), record.state());
      if (!content.equals(record.content())) {
        changed.put(record.holding(content), names.searchText(definition, content));
      }
    }
    rows.rewrite(definition, changed);
  }
}
