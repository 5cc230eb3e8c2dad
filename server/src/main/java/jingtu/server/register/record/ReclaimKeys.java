package jingtu.server.register.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.table.TypedTables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a definition has another key or other unique fields than before, the records that are there
 * claim what they hold. Where two of them hold the same, the older one has it; the other is told so
 * when it is next changed.
 */
@Component
class ReclaimKeys {

  private static final int AT_ONCE = 500;

  private final Definitions definitions;
  private final TypedTables tables;
  private final RecordRows rows;
  private final Claims claims;
  private final TransactionTemplate transaction;

  ReclaimKeys(
      Definitions definitions,
      TypedTables tables,
      RecordRows rows,
      Claims claims,
      PlatformTransactionManager transactions) {
    this.definitions = definitions;
    this.tables = tables;
    this.rows = rows;
    this.claims = claims;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void when(DefinitionApplied applied) {
    definitions.current(applied.register()).ifPresent(this::reclaim);
  }

  private void reclaim(Definition definition) {
    transaction.executeWithoutResult(
        t -> {
          Set<String> wanted = Claims.slots(definition).keySet();
          Set<String> held = claims.held(definition);
          claims.giveUpSlots(
              definition,
              held.stream()
                  .filter(slot -> !wanted.contains(slot))
                  .collect(Collectors.toUnmodifiableSet()));
          Set<String> missing = new HashSet<>(wanted);
          missing.removeAll(held);
          if (!missing.isEmpty()) {
            claim(definition, missing);
          }
        });
  }

  private void claim(Definition definition, Set<String> slots) {
    Optional<RecordId> after = Optional.empty();
    do {
      List<RecordId> some = tables.unremoved(definition, after, AT_ONCE);
      for (StoredRecord record : rows.list(definition, some)) {
        Claims.of(definition, record.region(), record.content()).keySet().stream()
            .filter(claim -> slots.contains(claim.slot()))
            .forEach(claim -> claims.takeWhereFree(definition, record.id(), claim));
      }
      after = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
    } while (after.isPresent());
  }
}
