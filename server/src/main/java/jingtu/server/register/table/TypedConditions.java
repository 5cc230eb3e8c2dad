package jingtu.server.register.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.RegionCode;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a query asks, in SQL over the typed table of one register. */
final class TypedConditions {

  static final org.jooq.Field<UUID> ID = field(name("record_id"), SQLDataType.UUID);
  static final org.jooq.Field<String> REGION = field(name("region_code"), SQLDataType.VARCHAR);
  static final org.jooq.Field<UUID> ORGANISATION = field(name("organisation_id"), SQLDataType.UUID);
  static final org.jooq.Field<String> STATE = field(name("state"), SQLDataType.VARCHAR);
  static final org.jooq.Field<Boolean> REMOVED = field(name("removed"), SQLDataType.BOOLEAN);
  static final org.jooq.Field<String> SEARCH = field(name("search_text"), SQLDataType.VARCHAR);

  private final Definition definition;

  TypedConditions(Definition definition) {
    this.definition = definition;
  }

  Condition of(TypedQuery query) {
    List<Condition> all = new ArrayList<>();
    all.add(
        REGION.in(
            query.regions().stream().map(RegionCode::digits).sorted().map(DSL::inline).toList()));
    all.add(REMOVED.eq(inline(query.removed())));
    if (!query.states().isEmpty()) {
      all.add(STATE.in(query.states()));
    }
    if (!query.organisations().isEmpty()) {
      all.add(ORGANISATION.in(query.organisations()));
    }
    query.batch().ifPresent(batch -> all.add(ID.in(touchedBy(batch))));
    query.words().forEach(word -> all.add(contains(SEARCH, word)));
    query.filters().forEach(filter -> all.add(of(filter)));
    return DSL.and(all);
  }

  private static Select<Record1<UUID>> touchedBy(UUID batch) {
    return DSL.select(field(name("c", "record_id"), SQLDataType.UUID))
        .from(DSL.table(name("record_change")).as("c"))
        .where(field(name("c", "batch_id"), SQLDataType.UUID).eq(batch));
  }

  private Condition of(TypedFilter filter) {
    Field field =
        definition
            .findField(filter.field())
            .orElseThrow(() -> new IllegalArgumentException("no field " + filter.field()));
    return of(field, filter.test());
  }

  private Condition of(Field field, TypedFilter.Test test) {
    if (test instanceof TypedFilter.Test.Not(TypedFilter.Test inner)) {
      return of(field, inner).and(filled(field)).not();
    }
    return switch (field.type()) {
      case FieldType.Link link -> parts("record_link", "target_id", field, test);
      case FieldType.Evidence evidence -> parts("record_evidence", "evidence_id", field, test);
      case FieldType.Period period -> onPeriod(field, test);
      default -> onColumn(field, test);
    };
  }

  private Condition filled(Field field) {
    return of(field, new TypedFilter.Test.Filled());
  }

  private static Condition onColumn(Field field, TypedFilter.Test test) {
    FieldColumns.Column column = FieldColumns.of(field).columns().getFirst();
    return switch (test) {
      case TypedFilter.Test.Filled() -> column.sql().isNotNull();
      case TypedFilter.Test.Empty() -> column.sql().isNull();
      case TypedFilter.Test.IsWords(List<String> any) -> text(column).in(any);
      case TypedFilter.Test.Contains(String words) -> contains(DSL.lower(text(column)), words);
      case TypedFilter.Test.IsNumber(List<BigDecimal> any) -> number(column).in(any);
      case TypedFilter.Test.NumberFrom(BigDecimal lowest) -> number(column).ge(lowest);
      case TypedFilter.Test.NumberTo(BigDecimal highest) -> number(column).le(highest);
      case TypedFilter.Test.IsDay(List<LocalDate> any) -> day(column).in(any);
      case TypedFilter.Test.DayFrom(LocalDate first) -> day(column).ge(first);
      case TypedFilter.Test.DayTo(LocalDate last) -> day(column).le(last);
      case TypedFilter.Test.IsFlag(boolean holds) ->
          column.sql().cast(SQLDataType.BOOLEAN).eq(holds);
      case TypedFilter.Test.IsId(List<UUID> any) ->
          field(name(column.name()), SQLDataType.UUID).in(any);
      case TypedFilter.Test.Not(TypedFilter.Test inner) -> throw unfit(field, test);
    };
  }

  private static Condition onPeriod(Field field, TypedFilter.Test test) {
    List<FieldColumns.Column> columns = FieldColumns.of(field).columns();
    org.jooq.Field<LocalDate> from = day(columns.getFirst());
    org.jooq.Field<LocalDate> to = day(columns.getLast());
    return switch (test) {
      case TypedFilter.Test.Filled() -> from.isNotNull();
      case TypedFilter.Test.Empty() -> from.isNull();
      case TypedFilter.Test.IsDay(List<LocalDate> any) ->
          DSL.or(any.stream().map(d -> from.le(d).and(to.isNull().or(to.ge(d)))).toList());
      case TypedFilter.Test.DayFrom(LocalDate first) ->
          from.isNotNull().and(to.isNull().or(to.ge(first)));
      case TypedFilter.Test.DayTo(LocalDate last) -> from.le(last);
      default -> throw unfit(field, test);
    };
  }

  private static Condition parts(String table, String target, Field field, TypedFilter.Test test) {
    var part = DSL.table(name(table)).as("p");
    Condition own =
        field(name("p", "record_id"), SQLDataType.UUID)
            .eq(field(name("t", "record_id"), SQLDataType.UUID))
            .and(field(name("p", "field"), SQLDataType.VARCHAR).eq(field.id()));
    return switch (test) {
      case TypedFilter.Test.Filled() -> DSL.exists(DSL.selectOne().from(part).where(own));
      case TypedFilter.Test.Empty() -> DSL.notExists(DSL.selectOne().from(part).where(own));
      case TypedFilter.Test.IsId(List<UUID> any) ->
          DSL.exists(
              DSL.selectOne()
                  .from(part)
                  .where(own.and(field(name("p", target), SQLDataType.UUID).in(any))));
      default -> throw unfit(field, test);
    };
  }

  private static org.jooq.Field<String> text(FieldColumns.Column column) {
    return field(name(column.name()), SQLDataType.VARCHAR);
  }

  private static org.jooq.Field<BigDecimal> number(FieldColumns.Column column) {
    return field(name(column.name()), SQLDataType.NUMERIC(28, 8));
  }

  private static org.jooq.Field<LocalDate> day(FieldColumns.Column column) {
    return field(name(column.name()), SQLDataType.LOCALDATE);
  }

  /** Not by {@code like}: H2 reads its pattern anew for every row. */
  private static Condition contains(org.jooq.Field<String> text, String words) {
    return DSL.position(text, words.toLowerCase(Locale.ROOT)).gt(0);
  }

  private static IllegalArgumentException unfit(Field field, TypedFilter.Test test) {
    return new IllegalArgumentException(field.id() + " cannot be asked " + test);
  }
}
