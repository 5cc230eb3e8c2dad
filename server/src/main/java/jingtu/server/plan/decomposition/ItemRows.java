package jingtu.server.plan.decomposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of work items. */
final class ItemRows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<YearShare>> YEARS = new TypeReference<>() {};
  private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ItemRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All items of a plan with those of its documents, or all of a document; also removed ones. */
  List<StoredItem> list(UUID planOrSource) {
    return jdbc
        .sql(
            """
            select * from work_item
            where plan_id = :id or source_id = :id
              or source_id in (select id from work_source where plan_id = :id)
            """)
        .param("id", planOrSource)
        .query(ItemRows::stored)
        .list()
        .stream()
        .sorted((a, b) -> ItemCodes.ORDER.compare(a.item().code(), b.item().code()))
        .toList();
  }

  void insert(Owner owner, WorkItem item, String by, Instant at) {
    jdbc.sql(
            """
            insert into work_item (id, plan_id, source_id, owner_id, code, task_id, action_id,
              obligation_id, parent_id, heading, task_text, sentence, organisation, item_role,
              work, standard, deadline, years, milestones, deliverables, leader, person, liaison,
              telephone, version, removed, changed_by_name, changed_at)
            values (:id, :plan, :source, :owner, :code, :task, :action, :obligation, :parent,
              :heading, :taskText, :sentence, :organisation, :role, :work, :standard, :deadline,
              :years, :milestones, :deliverables, :leader, :person, :liaison, :telephone,
              :version, false, :by, :at)
            """)
        .params(values(item, by, at))
        .param("plan", owner.plan())
        .param("source", owner.source())
        .param("owner", owner.id())
        .param("code", item.code())
        .param("parent", item.parent().map(WorkItemId::value).orElse(null))
        .params(source(item.source()))
        .update();
  }

  /** Writes an item over the version before it. */
  void update(WorkItem item, boolean removed, String by, Instant at) {
    jdbc.sql(
            """
            update work_item set heading = :heading, task_text = :taskText, sentence = :sentence,
              organisation = :organisation, item_role = :role, work = :work, standard = :standard,
              deadline = :deadline, years = :years, milestones = :milestones,
              deliverables = :deliverables, leader = :leader, person = :person,
              liaison = :liaison, telephone = :telephone, version = :version, removed = :removed,
              changed_by_name = :by, changed_at = :at
            where id = :id
            """)
        .params(values(item, by, at))
        .param("removed", removed)
        .update();
  }

  /**
   * To whom rows belong.
   *
   * @param plan the plan; absent where it is a document
   */
  record Owner(@Nullable UUID plan, @Nullable UUID source) {
    UUID id() {
      return plan != null ? plan : Objects.requireNonNull(source);
    }
  }

  private static Map<String, @Nullable Object> values(WorkItem item, String by, Instant at) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", item.id().value());
    values.put("heading", item.heading());
    values.put("taskText", item.task());
    values.put("sentence", item.sentence());
    values.put("organisation", item.organisation());
    values.put("role", item.role().name());
    values.put("work", item.work());
    values.put("standard", item.standard());
    values.put("deadline", item.deadline().orElse(null));
    values.put("years", JSON.writeValueAsString(item.years()));
    values.put("milestones", JSON.writeValueAsString(item.milestones()));
    values.put("deliverables", item.deliverables());
    values.put("leader", item.leader());
    values.put("person", item.person());
    values.put("liaison", item.liaison());
    values.put("telephone", item.telephone());
    values.put("version", item.version());
    values.put("by", by);
    values.put("at", at.atOffset(ZoneOffset.UTC));
    return values;
  }

  private static Map<String, @Nullable Object> source(ItemSource source) {
    Map<String, @Nullable Object> ids = new HashMap<>();
    ids.put("task", source instanceof ItemSource.OfPlan plan ? plan.task().value() : null);
    ids.put("action", source instanceof ItemSource.OfPlan plan ? plan.action().orElse(null) : null);
    ids.put(
        "obligation", source instanceof ItemSource.OfObligation duty ? duty.obligation() : null);
    return ids;
  }

  private static StoredItem stored(ResultSet row, int number) throws SQLException {
    return new StoredItem(
        item(row),
        row.getBoolean("removed"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static WorkItem item(ResultSet row) throws SQLException {
    return new WorkItem(
        new WorkItemId(row.getObject("id", UUID.class)),
        row.getString("code"),
        sourceOf(row),
        row.getString("heading"),
        row.getString("task_text"),
        row.getString("sentence"),
        row.getString("organisation"),
        ItemRole.valueOf(row.getString("item_role")),
        row.getString("work"),
        row.getString("standard"),
        Optional.ofNullable(row.getString("deadline")),
        JSON.readValue(row.getString("years"), YEARS),
        JSON.readValue(row.getString("milestones"), MILESTONES),
        row.getString("deliverables"),
        row.getString("leader"),
        row.getString("person"),
        row.getString("liaison"),
        row.getString("telephone"),
        id(row, "parent_id").map(WorkItemId::new),
        row.getInt("version"));
  }

  private static ItemSource sourceOf(ResultSet row) throws SQLException {
    Optional<UUID> task = id(row, "task_id");
    Optional<UUID> obligation = id(row, "obligation_id");
    Optional<UUID> document = id(row, "source_id");
    if (task.isPresent()) {
      return new ItemSource.OfPlan(new TaskId(task.get()), id(row, "action_id"));
    }
    if (obligation.isPresent()) {
      return new ItemSource.OfObligation(obligation.get());
    }
    return document
        .<ItemSource>map(id -> new ItemSource.OfDocument(new SourceId(id)))
        .orElseGet(ItemSource.ByHand::new);
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }
}
