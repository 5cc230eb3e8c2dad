package jingtu.server.register.table;

import static java.util.stream.Collectors.joining;
import static jingtu.server.register.table.TypedConditions.ID;
import static jingtu.server.register.table.TypedConditions.ORGANISATION;
import static jingtu.server.register.table.TypedConditions.REGION;
import static jingtu.server.register.table.TypedConditions.REMOVED;
import static jingtu.server.register.table.TypedConditions.SEARCH;
import static jingtu.server.register.table.TypedConditions.STATE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The typed tables of all registers: brought in line with definitions, written, read and asked. The
 * only place that writes SQL for them. Rows are read and written in the caller's transaction.
 */
@Component
public class TypedTables {

  private static final Logger LOG = LoggerFactory.getLogger(TypedTables.class);
  private static final int EPSG_CGCS2000 = 4490;
  private static final String GEOM = "geom";

  /** Any number that no other use of PostgreSQL's advisory locks in this database takes. */
  private static final long ALIGNING = 4_490_007L;

  private static final int MOST_BINDINGS = 500;
  private static final int ROWS_AT_ONCE = 500;
  private static final Cell KEY = new Cell("record_id", Types.OTHER, row -> row.id().value());

  private final DataSource database;
  private final SQLDialect dialect;
  private final DSLContext sql;
  private final JdbcTemplate jdbc;
  private final ReentrantLock aligning = new ReentrantLock();

  TypedTables(DataSource database, JdbcTemplate jdbc) {
    this.database = database;
    this.jdbc = jdbc;
    this.dialect = dialectOf(database);
    this.sql = DSL.using(new TransactionAwareDataSourceProxy(database), dialect);
  }

  /** What {@link #align} would do, without doing it. */
  public List<TableChange> plan(Definition definition) {
    return new TableAlignment(sql, definition).changes();
  }

  /**
   * Brings the table of a register in line with its definition. Columns are only added; a second
   * call does nothing. Runs on a connection of its own, because a change of a table ends the
   * transaction it is made in on H2.
   *
   * @throws TypeChanged where a field would get another type
   */
  public void align(Definition definition) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("tables are not changed in the middle of a transaction");
    }
    aligning.lock();
    try (Connection own = database.getConnection()) {
      DSLContext alone = DSL.using(own, dialect);
      if (dialect == SQLDialect.POSTGRES) {
        alone.execute("select pg_advisory_lock(?)", ALIGNING);
      }
      try {
        new TableAlignment(alone, definition).run();
      } finally {
        if (dialect == SQLDialect.POSTGRES) {
          alone.execute("select pg_advisory_unlock(?)", ALIGNING);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to align " + definition.id(), e);
    } finally {
      aligning.unlock();
    }
  }

  /**
   * Has the database count what a table holds once the transaction is over, if it ends well: after
   * so many new rows it would go on choosing its ways by what was there before. PostgreSQL looks by
   * itself only a minute later, and reads and sorts whole tables until then; H2 does it as it goes.
   */
  public void measureAfterwards(Definition definition) {
    if (dialect != SQLDialect.POSTGRES) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            measure(definition);
          }
        });
  }

  /** On a connection of its own; left out where the database is at it already. */
  private void measure(Definition definition) {
    try (Connection own = database.getConnection()) {
      DSL.using(own, dialect).execute("analyze (skip_locked) " + quoted(definition));
    } catch (SQLException | DataAccessException e) {
      LOG.warn("{} was not measured; its lists are slow for a minute", definition.id(), e);
    }
  }

  /** Adds rows of records that have none yet. */
  public void insert(Definition definition, Collection<TypedRow> rows) {
    List<Cell> cells = cells(definition);
    cells.addLast(KEY);
    send(
        "insert into %s (%s) values (%s)"
            .formatted(
                quoted(definition),
                cells.stream().map(cell -> quoted(cell.column())).collect(joining(", ")),
                cells.stream().map(Cell::blank).collect(joining(", "))),
        cells,
        rows);
  }

  /** Rewrites rows as they are given. Columns of retired fields keep what they hold. */
  public void update(Definition definition, Collection<TypedRow> rows) {
    List<Cell> cells = cells(definition);
    String set =
        cells.stream()
            .map(cell -> quoted(cell.column()) + " = " + cell.blank())
            .collect(joining(", "));
    cells.addLast(KEY);
    send(
        "update %s set %s where %s = ?".formatted(quoted(definition), set, quoted(KEY.column())),
        cells,
        rows);
  }

  /** Rewrites what searches look through, and nothing else. */
  public void reword(Definition definition, Map<RecordId, String> searchTexts) {
    jdbc.batchUpdate(
        "update %s set %s = ? where %s = ?"
            .formatted(quoted(definition), quoted("search_text"), quoted(KEY.column())),
        searchTexts.entrySet(),
        ROWS_AT_ONCE,
        (blanks, text) -> {
          blanks.setString(1, text.getValue());
          blanks.setObject(2, text.getKey().value());
        });
  }

  private void send(String statement, List<Cell> cells, Collection<TypedRow> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          statement,
          rows,
          ROWS_AT_ONCE,
          (blanks, row) -> {
            for (int i = 0; i < cells.size(); i++) {
              Object value = cells.get(i).value().of(row);
              if (value == null) {
                blanks.setNull(i + 1, cells.get(i).jdbcType());
              } else {
                blanks.setObject(i + 1, value, cells.get(i).jdbcType());
              }
            }
          });
    }
  }

  /** Where one value of a row goes. */
  private record Cell(String column, int jdbcType, ValueOf value) {

    interface ValueOf {
      @Nullable Object of(TypedRow row);
    }

    String blank() {
      return column.equals(GEOM) ? "cast(? as geometry)" : "?";
    }
  }

  /** Of all columns but the key that are written. */
  private static List<Cell> cells(Definition definition) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell("region_code", Types.VARCHAR, row -> row.region().digits()));
    cells.add(new Cell("organisation_id", Types.OTHER, row -> row.organisation().orElse(null)));
    cells.add(new Cell("state", Types.VARCHAR, TypedRow::state));
    cells.add(new Cell("removed", Types.BOOLEAN, TypedRow::removed));
    cells.add(new Cell("search_text", Types.VARCHAR, TypedRow::searchText));
    for (Field field : definition.activeFields()) {
      FieldColumns columns = FieldColumns.of(field);
      for (int i = 0; i < columns.columns().size(); i++) {
        FieldColumns.Column column = columns.columns().get(i);
        int at = i;
        cells.add(
            new Cell(
                column.name(),
                column.kind().jdbcType(),
                row -> columns.write(row.content().get(field.id())).get(at)));
      }
    }
    if (definition.geometry() != Definition.Shape.NONE) {
      cells.add(
          new Cell(
              GEOM, Types.VARBINARY, row -> row.geometry().map(TypedTables::ewkb).orElse(null)));
    }
    return cells;
  }

  /** The rows of these records, in the order asked for; a record without a row is left out. */
  public List<TypedRow> read(Definition definition, Collection<RecordId> ids) {
    List<UUID> asked = ids.stream().map(RecordId::value).toList();
    Map<UUID, TypedRow> found = new HashMap<>();
    for (int from = 0; from < asked.size(); from += MOST_BINDINGS) {
      List<UUID> some = asked.subList(from, Math.min(asked.size(), from + MOST_BINDINGS));
      sql.select(readColumns(definition))
          .from(DSL.table(name(definition.id().table())))
          .where(ID.in(some))
          .forEach(row -> found.put(row.get(ID), row(definition, row)));
    }
    return asked.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static List<SelectFieldOrAsterisk> readColumns(Definition definition) {
    List<SelectFieldOrAsterisk> columns =
        new ArrayList<>(List.of(ID, REGION, ORGANISATION, STATE, REMOVED, SEARCH));
    for (Field field : definition.activeFields()) {
      FieldColumns.of(field).columns().forEach(column -> columns.add(column.sql()));
    }
    if (definition.geometry() != Definition.Shape.NONE) {
      columns.add(DSL.field("cast(\"geom\" as bytea)", byte[].class).as(GEOM));
    }
    return columns;
  }

  private static TypedRow row(Definition definition, Record row) {
    Map<String, FieldValue> content = new HashMap<>();
    definition.activeFields().forEach(field -> FieldColumns.of(field).read(row, content));
    Optional<Geometry> geometry =
        definition.geometry() == Definition.Shape.NONE
            ? Optional.empty()
            : Optional.ofNullable(row.get(GEOM, byte[].class)).map(TypedTables::geometry);
    return new TypedRow(
        new RecordId(row.get(ID)),
        new RegionCode(row.get(REGION)),
        Optional.ofNullable(row.get(ORGANISATION)),
        row.get(STATE),
        row.get(REMOVED),
        row.get(SEARCH),
        content,
        geometry);
  }

  /**
   * The ids of the records asked for, in order.
   *
   * @param after the record after which they begin, whether or not it is one of them itself
   * @param limit how many at most
   * @throws IllegalArgumentException where the order is by a field that has none
   */
  public List<RecordId> ids(
      Definition definition,
      TypedQuery query,
      TypedQuery.Order order,
      Optional<RecordId> after,
      int limit) {
    Condition asked = new TypedConditions(definition).of(query);
    if (order.field().isEmpty() && query.narrows() && dialect == SQLDialect.H2) {
      return idsByScan(definition, asked, order.descending(), after, limit);
    }
    List<RecordId> ids = new ArrayList<>();
    for (Condition piece : pieces(definition, order, after)) {
      if (ids.size() < limit) {
        sql.select(ID)
            .from(DSL.table(name(definition.id().table())).as("t"))
            .where(asked.and(piece))
            .orderBy(columnsOf(definition, order))
            .limit(limit - ids.size())
            .forEach(row -> ids.add(new RecordId(row.value1())));
      }
    }
    return ids;
  }

  /**
   * The same for an order by id that few records may meet. Asked for that order, H2 walks along the
   * primary key and fetches each row by itself, which takes twice as long as one pass over the
   * table; the digits of an id have the same order, and no index.
   */
  private List<RecordId> idsByScan(
      Definition definition,
      Condition asked,
      boolean descending,
      Optional<RecordId> after,
      int limit) {
    org.jooq.Field<String> digits = ID.cast(SQLDataType.VARCHAR);
    Condition later =
        after
            .map(RecordId::toString)
            .map(id -> descending ? digits.lt(id) : digits.gt(id))
            .orElseGet(DSL::noCondition);
    return sql.select(ID)
        .from(DSL.table(name(definition.id().table())).as("t"))
        .where(asked.and(later))
        .orderBy(descending ? digits.desc() : digits.asc())
        .limit(limit)
        .fetch(row -> new RecordId(row.value1()));
  }

  /**
   * The pieces in which a list is read one after the other: the rest of the records that share the
   * sort value of the one that they come after, those beyond it, those without a value. Each is one
   * stretch of the field's index, which a single condition with its alternatives would not be.
   */
  private List<Condition> pieces(
      Definition definition, TypedQuery.Order order, Optional<RecordId> after) {
    Optional<org.jooq.Field<Object>> sorted = sorting(definition, order);
    boolean down = order.descending();
    Optional<Condition> later = after.map(RecordId::value).map(id -> down ? ID.lt(id) : ID.gt(id));
    if (sorted.isEmpty()) {
      return List.of(later.orElseGet(DSL::noCondition));
    }
    org.jooq.Field<Object> column = sorted.get();
    if (after.isEmpty()) {
      return List.of(column.isNotNull(), column.isNull());
    }
    Object value = valueOf(definition, column, after.get());
    return value == null
        ? List.of(column.isNull().and(later.get()))
        : List.of(
            column.eq(value).and(later.get()),
            down ? column.lt(value) : column.gt(value),
            column.isNull());
  }

  private @Nullable Object valueOf(
      Definition definition, org.jooq.Field<Object> column, RecordId record) {
    return sql.select(column)
        .from(DSL.table(name(definition.id().table())))
        .where(ID.eq(record.value()))
        .fetchOptional()
        .map(org.jooq.Record1::value1)
        .orElse(null);
  }

  private static List<OrderField<?>> columnsOf(Definition definition, TypedQuery.Order order) {
    List<OrderField<?>> columns = new ArrayList<>();
    sorting(definition, order)
        .ifPresent(column -> columns.add(order.descending() ? column.desc() : column.asc()));
    columns.add(order.descending() ? ID.desc() : ID.asc());
    return columns;
  }

  @SuppressWarnings("unchecked") // a column of whatever type, compared with its own values only
  private static Optional<org.jooq.Field<Object>> sorting(
      Definition definition, TypedQuery.Order order) {
    return order
        .field()
        .map(
            id ->
                definition
                    .findField(id)
                    .flatMap(field -> FieldColumns.of(field).sorting())
                    .orElseThrow(() -> new IllegalArgumentException("no order by " + id)))
        .map(column -> (org.jooq.Field<Object>) column.sql());
  }

  /**
   * The ids of all records that were not removed, of whatever region, in the order of their ids:
   * for work that nobody asks for, such as taking a register's keys anew.
   */
  public List<RecordId> unremoved(Definition definition, Optional<RecordId> after, int limit) {
    return inOrder(definition, REMOVED.isFalse(), after, limit);
  }

  /** The same with those that were removed. */
  public List<RecordId> all(Definition definition, Optional<RecordId> after, int limit) {
    return inOrder(definition, DSL.noCondition(), after, limit);
  }

  private List<RecordId> inOrder(
      Definition definition, Condition which, Optional<RecordId> after, int limit) {
    return sql.select(ID)
        .from(DSL.table(name(definition.id().table())))
        .where(which)
        .and(after.map(record -> ID.gt(record.value())).orElseGet(DSL::noCondition))
        .orderBy(ID)
        .limit(limit)
        .fetch(row -> new RecordId(row.value1()));
  }

  /** How many records are asked for. */
  public long count(Definition definition, TypedQuery query) {
    return sql.selectCount()
        .from(DSL.table(name(definition.id().table())).as("t"))
        .where(new TypedConditions(definition).of(query))
        .fetchSingle()
        .value1();
  }

  /**
   * What the records asked for amount to.
   *
   * @param numbers the fields whose numbers are summed
   * @param groups the fields of one text column whose values are counted, each on its own
   */
  public TypedTotals totals(
      Definition definition, TypedQuery query, List<Field> numbers, List<Field> groups) {
    Condition asked = new TypedConditions(definition).of(query);
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(DSL.count()));
    for (Field number : numbers) {
      org.jooq.Field<BigDecimal> column = numberOf(number);
      columns.addAll(List.of(DSL.count(column), DSL.sum(column), DSL.min(column), DSL.max(column)));
    }
    Record totals =
        sql.select(columns)
            .from(DSL.table(name(definition.id().table())).as("t"))
            .where(asked)
            .fetchSingle();
    Map<String, TypedTotals.Sum> sums = new LinkedHashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      int at = 1 + 4 * i;
      if (totals.get(at, Long.class) > 0) {
        sums.put(
            numbers.get(i).id(),
            new TypedTotals.Sum(
                totals.get(at, Long.class),
                plain(totals.get(at + 1, BigDecimal.class)),
                plain(totals.get(at + 2, BigDecimal.class)),
                plain(totals.get(at + 3, BigDecimal.class))));
      }
    }
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (Field group : groups) {
      String column = FieldColumns.of(group).columns().getFirst().name();
      counts.put(group.id(), counts(definition, asked, field(name(column), String.class)));
    }
    return new TypedTotals(
        totals.get(0, Long.class), sums, counts(definition, asked, STATE), counts);
  }

  private Map<String, Long> counts(
      Definition definition, Condition asked, org.jooq.Field<String> column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.select(column, DSL.count())
        .from(DSL.table(name(definition.id().table())).as("t"))
        .where(asked.and(column.isNotNull()))
        .groupBy(column)
        .orderBy(column)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    return counts;
  }

  private static org.jooq.Field<BigDecimal> numberOf(Field number) {
    String column = FieldColumns.of(number).columns().getFirst().name();
    return field(name(column), SQLDataType.NUMERIC(28, 8));
  }

  private static BigDecimal plain(BigDecimal number) {
    return new FieldValue.Amount(number).number();
  }

  private static byte[] ewkb(Geometry geometry) {
    Geometry placed = geometry.copy();
    placed.setSRID(EPSG_CGCS2000);
    return new WKBWriter(2, true).write(placed);
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      Geometry geometry = new WKBReader().read(wkb);
      geometry.setSRID(EPSG_CGCS2000);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalStateException("the database holds a geometry that cannot be read", e);
    }
  }

  private static String quoted(Definition definition) {
    return '"' + definition.id().table() + '"';
  }

  private static String quoted(String column) {
    return '"' + column + '"';
  }

  static SQLDialect dialectOf(DataSource database) {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName());
      return "H2".equals(product) ? SQLDialect.H2 : SQLDialect.POSTGRES;
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("cannot ask the database what it is", e);
    }
  }
}
