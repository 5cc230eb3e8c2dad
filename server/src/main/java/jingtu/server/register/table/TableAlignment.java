package jingtu.server.register.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * One look at the table of a register and at the definition it is to follow: what differs, and the
 * statements that make it equal. Each statement can be run again, so an interrupted alignment is
 * finished by the next one.
 */
final class TableAlignment {

  static final String GEOMETRY = "$geometry";
  static final String GEOMETRY_KIND = "geometry(geometry, 4490)";

  /** The longest name that PostgreSQL keeps whole. */
  private static final int LONGEST_NAME = 63;

  /** An index entry of PostgreSQL holds at most 2,704 bytes: some 600 characters of Chinese. */
  private static final int LONGEST_SORTED_TEXT = 600;

  private final DSLContext sql;
  private final Definition definition;
  private final boolean postgres;
  private final String table;
  private final Set<String> columns;
  private final Set<String> indexes;
  private final Map<String, Known> known;

  /** What is known of a field that the table has had. */
  private record Known(String label, String type, boolean retired) {}

  TableAlignment(DSLContext sql, Definition definition) {
    this.sql = sql;
    this.definition = definition;
    this.postgres = sql.dialect().family() == SQLDialect.POSTGRES;
    this.table = definition.id().table();
    this.columns = columns();
    this.indexes = indexes();
    this.known = known();
  }

  /** What bringing the table in line would do, in the order of the definition. */
  List<TableChange> changes() {
    List<TableChange> changes = new ArrayList<>();
    if (columns.isEmpty()) {
      changes.add(new TableChange.NewTable(table));
    }
    definition.fields().forEach(field -> compare(field, changes));
    known.forEach(
        (id, was) -> {
          if (!was.retired() && isGone(id)) {
            changes.add(new TableChange.RetiredField(id, was.label(), kept(id, was)));
          }
        });
    if (hasGeometry() && !columns.contains("geom")) {
      changes.add(new TableChange.NewGeometry());
    }
    changedShape().ifPresent(changes::add);
    return changes;
  }

  private void compare(Field field, List<TableChange> changes) {
    Known was = known.get(field.id());
    String type = FieldColumns.signature(field.type());
    if (was == null) {
      if (!field.retired()) {
        changes.add(new TableChange.NewField(field));
      }
    } else if (!was.type().equals(type)) {
      changes.add(new TableChange.ChangedType(field.id(), field.label(), was.type(), type));
    } else if (was.retired() && !field.retired()) {
      changes.add(new TableChange.RevivedField(field.id(), field.label(), kept(field.id(), was)));
    } else if (!was.retired() && field.retired()) {
      changes.add(new TableChange.RetiredField(field.id(), field.label(), kept(field.id(), was)));
    }
    if (!columns.isEmpty() && isIndexed(field) && !indexes.contains(indexName(field.id()))) {
      changes.add(new TableChange.NewIndex(field));
    }
  }

  private boolean isGone(String id) {
    return id.equals(GEOMETRY) ? !hasGeometry() : definition.findField(id).isEmpty();
  }

  private boolean hasGeometry() {
    return definition.geometry() != Definition.Shape.NONE;
  }

  /**
   * Makes table and definition equal.
   *
   * @throws TypeChanged where a field would get another type; nothing is done then
   */
  void run() {
    List<TableChange.ChangedType> refused =
        changes().stream()
            .filter(TableChange.ChangedType.class::isInstance)
            .map(TableChange.ChangedType.class::cast)
            .toList();
    if (!refused.isEmpty()) {
      throw new TypeChanged(refused);
    }
    if (columns.isEmpty()) {
      sql.execute(create(table, postgres));
      columns.addAll(FieldColumns.TAKEN);
      columns.remove("geom");
    }
    addColumns();
    if (hasGeometry() && postgres) {
      sql.execute(
          "create index if not exists %s on %s using gist (\"geom\")"
              .formatted(quoted(indexName("geom")), quoted(table)));
    }
    definition.fields().stream().filter(this::isIndexed).forEach(this::addIndex);
    remember();
  }

  private Optional<TableChange> changedShape() {
    Known was = known.get(GEOMETRY);
    String shape = definition.geometry().name();
    return was == null || !hasGeometry() || was.type().equals(shape)
        ? Optional.empty()
        : Optional.of(new TableChange.ChangedType(GEOMETRY, GEOMETRY, was.type(), shape));
  }

  static String create(String table, boolean postgres) {
    String text = ColumnKind.TEXT.sql(postgres);
    return """
    create table if not exists %s (
      "record_id" uuid primary key references record on delete cascade,
      "region_code" %s not null,
      "organisation_id" uuid,
      "state" %s not null,
      "removed" boolean not null,
      "search_text" %s not null
    )
    """
        .formatted(quoted(table), text, text, text);
  }

  /** All at once, because H2 copies a table for each change of its columns. */
  private void addColumns() {
    Map<String, String> missing = new LinkedHashMap<>();
    for (Field field : definition.fields()) {
      FieldColumns.of(field).columns().stream()
          .filter(column -> !columns.contains(column.name()))
          .forEach(column -> missing.put(column.name(), column.kind().sql(postgres)));
    }
    if (hasGeometry() && !columns.contains("geom")) {
      missing.put("geom", GEOMETRY_KIND);
    }
    if (!missing.isEmpty()) {
      sql.execute(postgres ? addOnPostgres(missing) : addOnH2(missing));
    }
  }

  private String addOnPostgres(Map<String, String> missing) {
    return missing.entrySet().stream()
        .map(c -> "add column if not exists " + quoted(c.getKey()) + " " + c.getValue())
        .collect(Collectors.joining(", ", "alter table " + quoted(table) + " ", ""));
  }

  private String addOnH2(Map<String, String> missing) {
    return missing.entrySet().stream()
        .map(c -> quoted(c.getKey()) + " " + c.getValue())
        .collect(Collectors.joining(", ", "alter table " + quoted(table) + " add (", ")"));
  }

  /** Shaped for reading on after any record: by value, and by id where values are equal. */
  private void addIndex(Field field) {
    FieldColumns.of(field)
        .sorting()
        .ifPresent(
            column ->
                sql.execute(
                    "create index if not exists %s on %s (%s, \"record_id\")"
                        .formatted(
                            quoted(indexName(field.id())), quoted(table), quoted(column.name()))));
  }

  private boolean isIndexed(Field field) {
    return field.sortable()
        && !field.retired()
        && FieldColumns.of(field).sorting().isPresent()
        && !(field.type() instanceof FieldType.LongText)
        && !(field.type() instanceof FieldType.Text(int longest) && longest > LONGEST_SORTED_TEXT);
  }

  private String indexName(String part) {
    String name = table + "__" + part;
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 10) + "__" + digest(name).substring(0, 8);
  }

  private static String digest(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void remember() {
    for (Field field : definition.fields()) {
      remember(field.id(), field.label(), FieldColumns.signature(field.type()), field.retired());
    }
    if (hasGeometry()) {
      remember(GEOMETRY, GEOMETRY, definition.geometry().name(), false);
    }
    known.forEach(
        (id, was) -> {
          if (isGone(id)) {
            remember(id, was.label(), was.type(), true);
          }
        });
  }

  private void remember(String field, String label, String type, boolean retired) {
    sql.execute(
        """
        merge into register_field as f
        using (values (cast(? as varchar(40)), cast(? as varchar(60)), cast(? as varchar(200)),
                       cast(? as varchar(200)), cast(? as boolean)))
          as n (register, field, label, type, retired)
        on f.register = n.register and f.field = n.field
        when matched then update set label = n.label, retired = n.retired
        when not matched then insert (register, field, label, type, retired)
          values (n.register, n.field, n.label, n.type, n.retired)
        """,
        definition.id().value(),
        field,
        label,
        type,
        retired);
  }

  /** How many records hold something in a field that the table has had. */
  private long kept(String id, Known was) {
    if (id.equals(GEOMETRY)) {
      return count("select count(*) from %s where \"geom\" is not null".formatted(quoted(table)));
    }
    if (was.type().startsWith("link ")) {
      return countOf("record_link", id);
    }
    if (was.type().equals("evidence")) {
      return countOf("record_evidence", id);
    }
    String name = FieldColumns.TAKEN.contains(id) ? id + "_" : id;
    String column = was.type().equals("period") ? name + "__from" : name;
    return columns.contains(column)
        ? count(
            "select count(*) from %s where %s is not null".formatted(quoted(table), quoted(column)))
        : 0;
  }

  private long countOf(String parts, String field) {
    return sql.fetchSingle(
            "select count(distinct p.record_id) from %s p join record r on r.id = p.record_id where r.register = ? and p.field = ?"
                .formatted(parts),
            definition.id().value(),
            field)
        .into(Long.class);
  }

  private long count(String statement) {
    return sql.fetchSingle(statement).into(Long.class);
  }

  private Set<String> columns() {
    return new HashSet<>(
        sql.resultQuery(
                "select column_name from information_schema.columns where table_schema = current_schema and table_name = ?",
                table)
            .fetch(0, String.class));
  }

  private Set<String> indexes() {
    String statement =
        postgres
            ? "select indexname from pg_indexes where schemaname = current_schema and tablename = ?"
            : "select index_name from information_schema.indexes where table_schema = current_schema and table_name = ?";
    return new HashSet<>(sql.resultQuery(statement, table).fetch(0, String.class));
  }

  private Map<String, Known> known() {
    Map<String, Known> fields = new LinkedHashMap<>();
    sql.select(
            DSL.field("field", SQLDataType.VARCHAR),
            DSL.field("label", SQLDataType.VARCHAR),
            DSL.field("type", SQLDataType.VARCHAR),
            DSL.field("retired", SQLDataType.BOOLEAN))
        .from("register_field")
        .where("register = ?", definition.id().value())
        .orderBy(DSL.field("field"))
        .forEach(
            row -> fields.put(row.value1(), new Known(row.value2(), row.value3(), row.value4())));
    return fields;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
