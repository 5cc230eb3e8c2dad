package jingtu.server.plan.decomposition.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables that were taken into the work of plans; whoever sees a plan sees its imports. */
@Repository
public class TableImports {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<Map<WorkItemColumn, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Plans plans;
  private final Identifiers identifiers;

  TableImports(JdbcClient jdbc, Plans plans, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.identifiers = identifiers;
  }

  /** The imports into a plan, the latest first; none of a plan that is not seen. */
  @Transactional(readOnly = true)
  public List<TableImport> list(Scope scope, PlanId plan) {
    return plans.findSummary(scope, plan).isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select * from table_import where plan_id = :plan
                order by imported_at desc, id desc
                """)
            .param("plan", plan.value())
            .query(this::complete)
            .list();
  }

  /** One import into a plan; empty where there is none or the plan is not seen. */
  @Transactional(readOnly = true)
  public Optional<TableImport> find(Scope scope, PlanId plan, UUID id) {
    return list(scope, plan).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Notes what a table did; the caller has seen that the scope may change the plan's work. */
  @Transactional
  TableImport store(
      Scope scope, PlanId plan, String fileName, Instant at, List<TableImport.Effect> effects) {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into table_import (id, plan_id, file_name, imported_by_name, imported_at)
            values (:id, :plan, :name, :by, :at)
            """)
        .param("id", id)
        .param("plan", plan.value())
        .param("name", fileName)
        .param("by", scope.username())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    for (int i = 0; i < effects.size(); i++) {
      insert(id, i, effects.get(i));
    }
    return new TableImport(id, fileName, scope.username(), at, Optional.empty(), effects);
  }

  private void insert(UUID id, int ordinal, TableImport.Effect effect) {
    jdbc.sql(
            """
            insert into table_import_item (import_id, ordinal, item_id, code, effect, replaced,
              version)
            values (:import, :ordinal, :item, :code, :effect, :replaced, :version)
            """)
        .param("import", id)
        .param("ordinal", ordinal)
        .param("item", effect.item().value())
        .param("code", effect.code())
        .param("effect", effect.kind().name())
        .param("replaced", MAPPER.writeValueAsString(effect.replaced()))
        .param("version", effect.version())
        .update();
  }

  /** Notes that an import was undone; false where somebody was faster. */
  @Transactional
  boolean markUndone(Scope scope, UUID id, Instant at) {
    return jdbc.sql(
                """
                update table_import set undone_by_name = :by, undone_at = :at
                where id = :id and undone_at is null
                """)
            .param("by", scope.username())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * Notes that an item is again what it was under an earlier version: an import that left it so can
   * still be undone.
   */
  @Transactional
  void againAsUnder(WorkItemId item, int earlier, int now) {
    jdbc.sql(
            """
            update table_import_item set version = :now
            where item_id = :item and version = :earlier
            """)
        .param("now", now)
        .param("item", item.value())
        .param("earlier", earlier)
        .update();
  }

  private TableImport complete(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
    return new TableImport(
        id,
        row.getString("file_name"),
        row.getString("imported_by_name"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        undoneAt == null
            ? Optional.empty()
            : Optional.of(
                new TableImport.Undone(row.getString("undone_by_name"), undoneAt.toInstant())),
        effects(id));
  }

  private List<TableImport.Effect> effects(UUID id) {
    return jdbc.sql("select * from table_import_item where import_id = :id order by ordinal")
        .param("id", id)
        .query(TableImports::effect)
        .list();
  }

  private static TableImport.Effect effect(ResultSet row, int number) throws SQLException {
    return new TableImport.Effect(
        new WorkItemId(row.getObject("item_id", UUID.class)),
        row.getString("code"),
        TableImport.Effect.Kind.valueOf(row.getString("effect")),
        MAPPER.readValue(row.getString("replaced"), TEXTS),
        row.getInt("version"));
  }
}
