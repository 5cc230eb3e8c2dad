package jingtu.server.register.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A definition that works out a field otherwise, or works out a new one: the records of the
 * register, removed ones too, hold what it comes to now. Nobody has changed them, so they keep
 * their version and their history says nothing of it; the history of the definition does.
 */
@Component
class ComputeAnew {

  private static final int AT_ONCE = 500;

  /** Names of every region and organisation, which are no secret. */
  private static final Scope SYSTEM =
      new Scope(
          new UUID(0, 0), Audit.SYSTEM, Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final Definitions definitions;
  private final DefinitionHistory history;
  private final TypedTables tables;
  private final RecordRows rows;
  private final CodeLists codes;
  private final Regions regions;
  private final Organisations organisations;
  private final TransactionTemplate transaction;

  ComputeAnew(
      Definitions definitions,
      DefinitionHistory history,
      TypedTables tables,
      RecordRows rows,
      CodeLists codes,
      Regions regions,
      Organisations organisations,
      PlatformTransactionManager transactions) {
    this.definitions = definitions;
    this.history = history;
    this.tables = tables;
    this.rows = rows;
    this.codes = codes;
    this.regions = regions;
    this.organisations = organisations;
    this.transaction = new TransactionTemplate(transactions);
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
    Names names = Names.of(SYSTEM, codes, regions, organisations);
    List<RecordId> page = tables.all(definition, Optional.empty(), AT_ONCE);
    while (!page.isEmpty()) {
      List<RecordId> some = page;
      transaction.executeWithoutResult(t -> compute(definition, some, names));
      page = tables.all(definition, Optional.of(page.getLast()), AT_ONCE);
    }
  }

  private void compute(Definition definition, List<RecordId> ids, Names names) {
    rows.lock(ids);
    Map<StoredRecord, String> changed = new HashMap<>();
    for (StoredRecord record : rows.list(definition, ids)) {
      Map<String, FieldValue> content =
          Computations.complete(definition, record.content(), record.state());
      if (!content.equals(record.content())) {
        changed.put(holding(record, content), names.searchText(definition, content));
      }
    }
    rows.rewrite(definition, changed);
  }

  private static StoredRecord holding(StoredRecord record, Map<String, FieldValue> content) {
    return new StoredRecord(
        record.id(),
        record.register(),
        record.region(),
        record.organisation(),
        record.state(),
        record.version(),
        content,
        record.geometry(),
        record.changedBy(),
        record.changedAt(),
        record.removal());
  }
}
