package jingtu.server.register.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.table.TypedRow;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A definition that hides a field, opens one or asks for one no longer: searches look through what
 * the records of the register hold in the fields that are open now. Until then whoever may not know
 * a field would still find records by what it held when everybody knew it.
 */
@Component
class RewordSearch {

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

  RewordSearch(
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
    Names names = Names.of(SYSTEM, codes, regions, organisations);
    List<RecordId> page = tables.all(definition, Optional.empty(), AT_ONCE);
    while (!page.isEmpty()) {
      List<RecordId> some = page;
      transaction.executeWithoutResult(t -> reword(definition, some, names));
      page = tables.all(definition, Optional.of(page.getLast()), AT_ONCE);
    }
  }

  private void reword(Definition definition, List<RecordId> ids, Names names) {
    rows.lock(ids);
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
