package jingtu.server.register.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through all records of a register, removed ones too, after its definition has changed: some
 * at a time, locked, in a transaction of their own.
 */
@Component
class EveryRecord {

  private static final int AT_ONCE = 500;

  /** Names of every region and organisation, which are no secret. */
  private static final Scope SYSTEM =
      new Scope(
          new UUID(0, 0), Audit.SYSTEM, Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final TypedTables tables;
  private final RecordRows rows;
  private final CodeLists codes;
  private final Regions regions;
  private final Organisations organisations;
  private final TransactionTemplate transaction;

  EveryRecord(
      TypedTables tables,
      RecordRows rows,
      CodeLists codes,
      Regions regions,
      Organisations organisations,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.rows = rows;
    this.codes = codes;
    this.regions = regions;
    this.organisations = organisations;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What is done with some of the records. */
  interface Change {
    void of(List<RecordId> some, Names names);
  }

  void change(Definition definition, Change change) {
    Names names = Names.of(SYSTEM, codes, regions, organisations);
    List<RecordId> page = tables.all(definition, Optional.empty(), AT_ONCE);
    while (!page.isEmpty()) {
      List<RecordId> some = page;
      transaction.executeWithoutResult(
          t -> {
            rows.lock(some);
            change.of(some, names);
          });
      page = tables.all(definition, Optional.of(page.getLast()), AT_ONCE);
    }
  }
}
