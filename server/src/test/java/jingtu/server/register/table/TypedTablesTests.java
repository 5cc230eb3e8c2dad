package jingtu.server.register.table;

import static java.util.stream.Collectors.toMap;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.register.MadeRegister.number;
import static jingtu.server.register.MadeRegister.point;
import static jingtu.server.register.MadeRegister.square;
import static jingtu.server.register.MadeRegister.text;
import static jingtu.server.register.MadeRegister.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.server.OnBothDatabases;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.FieldValue.Amount;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.scope.Identifiers;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class TypedTablesTests {

  private static final boolean ON_POSTGRESQL =
      "postgresql".equals(System.getProperty("jingtu.database"));

  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @Autowired TypedTables tables;
  @Autowired JdbcClient jdbc;
  @Autowired Identifiers identifiers;
  @Autowired TransactionTemplate transaction;

  private String register = "";

  /** A register of its own for each test: tables stay where they are. */
  @BeforeEach
  void name() {
    register = "made-" + REGISTERS.incrementAndGet();
  }

  @Test
  void aRegisterGetsATableOnceAndIsInLineAfterwards() {
    Definition definition =
        made().shape(Shape.POINT).sortable("name", text()).field("depth", number()).definition();

    assertThat(tables.plan(definition))
        .extracting(TableChange::message)
        .extracting(message -> message.key())
        .containsExactly(
            "register-table.new-table",
            "register-table.new-field",
            "register-table.new-field",
            "register-table.new-geometry");
    tables.align(definition);
    assertThat(tables.plan(definition)).isEmpty();
    tables.align(definition);
    assertThat(tables.plan(definition)).isEmpty();
  }

  @Test
  void aRowComesBackAsItWasWritten() {
    MadeRegister made = made().shape(Shape.POLYGON);
    List<FieldType> types = MadeRegister.typesWithColumns();
    IntStream.range(0, types.size()).forEach(i -> made.field("f" + i, types.get(i)));
    Definition definition = made.definition();
    tables.align(definition);

    Seeded.forAll(
        20,
        random ->
            row(
                MadeRegister.content(random, definition),
                Optional.of(square(110 + random.nextDouble(), 30, 0.1 / 3))),
        row -> {
          tables.insert(definition, List.of(row));
          assertThat(tables.read(definition, List.of(row.id()))).containsExactly(row);
        });
  }

  @Test
  void aRowIsRewrittenWholeAndOthersAreLeft() {
    Definition definition = made().field("name", text()).field("depth", number()).definition();
    tables.align(definition);
    TypedRow one = row(Map.of("name", new Words("甲"), "depth", amount("1.5")), Optional.empty());
    TypedRow other = row(Map.of("name", new Words("乙")), Optional.empty());
    tables.insert(definition, List.of(one, other));

    TypedRow changed =
        new TypedRow(
            one.id(),
            NEIGHBOUR,
            Optional.of(new UUID(1, 2)),
            "closed",
            true,
            "丙",
            Map.of("name", new Words("丙")),
            Optional.empty());
    tables.update(definition, List.of(changed));

    assertThat(tables.read(definition, List.of(other.id(), one.id())))
        .containsExactly(other, changed);
  }

  /** Words that SQL keeps for itself, and the names of the store's own columns. */
  @Test
  void aFieldMayBeCalledAnything() {
    MadeRegister made = made().shape(Shape.POINT);
    List<String> names =
        List.of(
            "select",
            "order",
            "user",
            "value",
            "year",
            "record_id",
            "region_code",
            "state",
            "removed",
            "search_text",
            "geom",
            "organisation_id",
            "from",
            "group",
            "table",
            "during_from",
            "a".repeat(40),
            "a".repeat(39) + "b");
    names.forEach(name -> made.sortable(name, text()));
    Definition definition = made.field("during", new FieldType.Period()).definition();
    tables.align(definition);
    Map<String, FieldValue> content =
        names.stream().collect(toMap(name -> name, name -> new Words("值" + name)));
    TypedRow row = row(content, Optional.of(point(117.5, 31.25)));
    tables.insert(definition, List.of(row));
    tables.update(definition, List.of(row));

    assertThat(tables.read(definition, List.of(row.id()))).containsExactly(row);
    assertThat(tables.plan(definition)).isEmpty();
  }

  @Test
  void whatIsRetiredStaysAndIsCounted() {
    MadeRegister made = made().field("name", text()).field("depth", number());
    Definition before = made.definition();
    tables.align(before);
    TypedRow row = row(Map.of("name", new Words("甲"), "depth", amount("2")), Optional.empty());
    tables.insert(before, List.of(row, row(Map.of(), Optional.empty())));

    Definition without = made().version(2).field("name", text()).definition();
    assertThat(tables.plan(without))
        .containsExactly(new TableChange.RetiredField("depth", "字段depth", 1));
    tables.align(without);
    assertThat(tables.plan(without)).isEmpty();
    TypedRow edited = row(row.id(), Map.of("name", new Words("乙")));
    tables.update(without, List.of(edited));
    assertThat(tables.read(without, List.of(row.id()))).containsExactly(edited);

    assertThat(tables.plan(before))
        .containsExactly(new TableChange.RevivedField("depth", "字段depth", 1));
    tables.align(before);
    assertThat(tables.read(before, List.of(row.id())).getFirst().content())
        .isEqualTo(Map.of("name", new Words("乙"), "depth", amount("2")));
  }

  @Test
  void aChangedTypeIsRefusedAndNothingIsDone() {
    tables.align(made().field("name", text()).field("load", quantity("t")).definition());
    Definition changed =
        made()
            .field("name", new FieldType.Date())
            .field("load", quantity("kg"))
            .field("more", text())
            .definition();

    assertThat(tables.plan(changed))
        .filteredOn(TableChange.ChangedType.class::isInstance)
        .containsExactly(
            new TableChange.ChangedType("name", "字段name", "text", "date"),
            new TableChange.ChangedType("load", "字段load", "quantity t", "quantity kg"));
    assertThatThrownBy(() -> tables.align(changed)).isInstanceOf(TypeChanged.class);
    assertThat(tables.plan(made().field("name", text()).field("load", quantity("t")).definition()))
        .isEmpty();
  }

  @Test
  void anotherShapeIsRefused() {
    tables.align(made().shape(Shape.POINT).definition());
    assertThatThrownBy(() -> tables.align(made().shape(Shape.LINE).definition()))
        .isInstanceOf(TypeChanged.class);
  }

  @Test
  void tablesAreNotChangedInTheMiddleOfATransaction() {
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(t -> tables.align(made().definition())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyMayAlignAtOnce() throws Exception {
    int many = 3;
    CyclicBarrier start = new CyclicBarrier(many);
    try (ExecutorService pool = Executors.newFixedThreadPool(many)) {
      List<Future<Object>> running =
          IntStream.range(0, many)
              .mapToObj(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            tables.align(
                                made()
                                    .sortable("a", text())
                                    .field("b" + n % 2, text())
                                    .definition());
                            return null;
                          }))
              .toList();
      for (Future<Object> one : running) {
        one.get();
      }
    }
    assertThat(tables.plan(made().sortable("a", text()).definition()))
        .allMatch(TableChange.RetiredField.class::isInstance);
  }

  /** Added, retired, dropped, asked for again, reordered, made sortable: no value is ever lost. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noSequenceOfDefinitionsLosesAValue(long seed) {
    RandomGenerator random = Seeded.random(seed);
    Map<String, Field> all = new HashMap<>();
    List<FieldType> types = MadeRegister.typesWithColumns();
    for (int i = 0; i < 8; i++) {
      String name = "f" + i;
      Definition one = made().field(name, Seeded.oneOf(random, types)).definition();
      all.put(name, one.fields().getFirst());
    }
    Map<RecordId, Map<String, FieldValue>> written = new HashMap<>();
    Map<RecordId, Geometry> places = new HashMap<>();
    boolean mapped = false;
    for (int version = 1; version <= 8; version++) {
      MadeRegister made = made().version(version);
      List<Field> fields = new ArrayList<>(all.values());
      Collections.shuffle(fields, new java.util.Random(seed * 100 + version));
      for (Field field : fields) {
        int fate = random.nextInt(4);
        if (fate > 0) {
          made.add(MadeRegister.with(field, random.nextBoolean(), fate == 1));
        }
      }
      mapped = mapped || random.nextBoolean();
      made.shape(mapped && random.nextInt(3) > 0 ? Shape.POLYGON : Shape.NONE);
      Definition definition = made.definition();
      tables.align(definition);
      writeSome(random, definition, written, places);
    }
    MadeRegister last = made().version(9).shape(Shape.POLYGON);
    all.values().forEach(last::add);
    Definition definition = last.definition();
    tables.align(definition);
    for (TypedRow row : tables.read(definition, written.keySet())) {
      assertThat(row.content()).isEqualTo(written.get(row.id()));
      assertThat(row.geometry()).isEqualTo(Optional.ofNullable(places.get(row.id())));
    }
  }

  /** Two new records, and one of the old ones rewritten as far as the definition reaches. */
  private void writeSome(
      RandomGenerator random,
      Definition definition,
      Map<RecordId, Map<String, FieldValue>> written,
      Map<RecordId, Geometry> places) {
    boolean mapped = definition.geometry() != Shape.NONE;
    for (int i = 0; i < 2; i++) {
      Optional<Geometry> place =
          mapped ? Optional.of(square(100 + random.nextDouble(), 30, 1)) : Optional.empty();
      TypedRow row = row(MadeRegister.content(random, definition), place);
      tables.insert(definition, List.of(row));
      written.put(row.id(), new HashMap<>(row.content()));
      place.ifPresent(geometry -> places.put(row.id(), geometry));
    }
    RecordId old =
        Seeded.oneOf(
            random,
            List.copyOf(written.keySet()).stream()
                .sorted(Comparator.comparing(RecordId::value))
                .toList());
    TypedRow edited =
        new TypedRow(
            old,
            COUNTY,
            Optional.empty(),
            "kept",
            false,
            "",
            MadeRegister.content(random, definition),
            mapped ? Optional.ofNullable(places.get(old)) : Optional.empty());
    tables.update(definition, List.of(edited));
    Map<String, FieldValue> expected = Objects.requireNonNull(written.get(old));
    definition.activeFields().forEach(field -> expected.remove(field.id()));
    expected.putAll(edited.content());
  }

  /** Else PostgreSQL takes it for empty for up to a minute, and sorts all of it for each page. */
  @Test
  void aTableIsMeasuredOnceItsNewRowsAreThereForGood() {
    Definition definition = made().sortable("depth", number()).definition();
    tables.align(definition);

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    t -> {
                      writeMeasured(definition);
                      throw new IllegalStateException("broken off");
                    }))
        .hasMessage("broken off");
    assertThat(rowsBelieved(definition)).isEqualTo(ON_POSTGRESQL ? -1 : 0);

    transaction.executeWithoutResult(t -> writeMeasured(definition));
    assertThat(rowsBelieved(definition)).isEqualTo(3);
  }

  private void writeMeasured(Definition definition) {
    tables.insert(
        definition, Stream.generate(() -> row(Map.of(), Optional.empty())).limit(3).toList());
    tables.measureAfterwards(definition);
  }

  /**
   * How many rows the planner of PostgreSQL takes a table to have, -1 where it does not know; H2
   * looks at the table itself, as this does there.
   */
  private long rowsBelieved(Definition definition) {
    if (!ON_POSTGRESQL) {
      return jdbc.sql("select count(*) from " + definition.id().table()).query(Long.class).single();
    }
    return jdbc.sql("select cast(reltuples as bigint) from pg_class where relname = :table")
        .param("table", definition.id().table())
        .query(Long.class)
        .single();
  }

  /** However a list is sorted, reading on after each of its records gives what follows it. */
  @Test
  void readingOnAfterAnyRecordGivesTheRestOfTheList() {
    Definition definition =
        made()
            .sortable("name", text())
            .sortable("depth", number())
            .sortable("day", new FieldType.Date())
            .sortable("open", new FieldType.Flag())
            .sortable("during", new FieldType.Period())
            .definition();
    tables.align(definition);
    RandomGenerator random = Seeded.random(7);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Map<String, FieldValue> content = MadeRegister.content(random, definition);
      if (random.nextBoolean()) {
        content.put("depth", amount(String.valueOf(random.nextInt(3))));
        content.put("name", new Words(Seeded.oneOf(random, List.of("乙", "甲", "A", "a"))));
      }
      rows.add(row(content, Optional.empty()));
    }
    tables.insert(definition, rows);
    for (String field : List.of("", "name", "depth", "day", "open", "during")) {
      for (boolean down : List.of(false, true)) {
        TypedQuery.Order order =
            new TypedQuery.Order(Optional.of(field).filter(f -> !f.isEmpty()), down);
        List<RecordId> whole = tables.ids(definition, everything(), order, Optional.empty(), 100);
        assertThat(whole).as("%s", order).isEqualTo(sorted(rows, order));
        for (int i = 0; i < whole.size(); i++) {
          List<RecordId> rest =
              tables.ids(definition, everything(), order, Optional.of(whole.get(i)), 7);
          assertThat(rest)
              .as("%s after %d", order, i)
              .isEqualTo(whole.subList(i + 1, Math.min(whole.size(), i + 8)));
        }
      }
    }
  }

  private static List<RecordId> sorted(List<TypedRow> rows, TypedQuery.Order order) {
    Comparator<TypedRow> byId = Comparator.comparing(row -> row.id().toString());
    Comparator<TypedRow> comparator =
        order
            .field()
            .map(
                field -> {
                  Comparator<Comparable<Object>> values =
                      order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
                  return Comparator.<TypedRow, Comparable<Object>>comparing(
                      row -> key(row.content().get(field)), Comparator.nullsLast(values));
                })
            .map(by -> by.thenComparing(order.descending() ? byId.reversed() : byId))
            .orElse(order.descending() ? byId.reversed() : byId);
    return rows.stream().sorted(comparator).map(TypedRow::id).toList();
  }

  @SuppressWarnings("unchecked")
  private static @org.jspecify.annotations.Nullable Comparable<Object> key(
      @org.jspecify.annotations.Nullable FieldValue value) {
    Object key =
        switch (value) {
          case null -> null;
          case Words(String text) -> text;
          case Amount(var amount) -> amount;
          case FieldValue.Day(var date) -> date;
          case FieldValue.Span(var from, var to) -> from;
          case FieldValue.Yes(boolean holds) -> holds;
          case FieldValue.Ids(var ids) -> ids.getFirst();
        };
    return (Comparable<Object>) key;
  }

  /** Every filter and search is held against a plain loop over all rows. */
  @Test
  void filtersFindWhatALoopOverAllRowsFinds() {
    MadeRegister made = made();
    List<FieldType> types = MadeRegister.typesWithColumns();
    IntStream.range(0, types.size()).forEach(i -> made.field("f" + i, types.get(i)));
    Definition definition = made.definition();
    tables.align(definition);
    RandomGenerator random = Seeded.random(11);
    List<TypedRow> rows =
        Stream.generate(() -> row(MadeRegister.content(random, definition), Optional.empty()))
            .limit(60)
            .toList();
    tables.insert(definition, rows);
    for (int i = 0; i < 300; i++) {
      TypedRow like = Seeded.oneOf(random, rows);
      Field field = Seeded.oneOf(random, definition.fields());
      FieldValue value =
          like.content().getOrDefault(field.id(), MadeRegister.value(random, field.type()));
      TypedFilter filter = new TypedFilter(field.id(), test(random, value));
      List<RecordId> expected =
          rows.stream()
              .filter(row -> holds(row.content().get(field.id()), filter.test()))
              .map(TypedRow::id)
              .sorted(Comparator.comparing(RecordId::toString))
              .toList();
      TypedQuery query = query(List.of(), List.of(filter));
      assertThat(tables.ids(definition, query, TypedQuery.Order.AS_ENTERED, Optional.empty(), 1000))
          .as("%s", filter)
          .isEqualTo(expected);
      assertThat(tables.count(definition, query)).isEqualTo(expected.size());
    }
  }

  private static TypedFilter.Test test(RandomGenerator random, FieldValue value) {
    TypedFilter.Test test =
        switch (value) {
          case Words(String text) ->
              random.nextBoolean()
                  ? new TypedFilter.Test.IsWords(List.of(text, words(random)))
                  : new TypedFilter.Test.Contains(text.substring(text.offsetByCodePoints(0, 1)));
          case Amount(var number) ->
              switch (random.nextInt(3)) {
                case 0 -> new TypedFilter.Test.IsNumber(List.of(number));
                case 1 -> new TypedFilter.Test.NumberFrom(number);
                default -> new TypedFilter.Test.NumberTo(number);
              };
          case FieldValue.Day(var date) -> dayTest(random, date);
          case FieldValue.Span(var from, var to) ->
              dayTest(random, to.orElse(from).plusDays(random.nextInt(-1, 2)));
          case FieldValue.Yes(boolean holds) -> new TypedFilter.Test.IsFlag(holds);
          case FieldValue.Ids(var ids) -> new TypedFilter.Test.IsId(ids);
        };
    return switch (random.nextInt(6)) {
      case 0 -> new TypedFilter.Test.Empty();
      case 1 -> new TypedFilter.Test.Filled();
      case 2 -> new TypedFilter.Test.Not(test);
      default -> test;
    };
  }

  private static TypedFilter.Test dayTest(RandomGenerator random, java.time.LocalDate date) {
    return switch (random.nextInt(3)) {
      case 0 -> new TypedFilter.Test.IsDay(List.of(date));
      case 1 -> new TypedFilter.Test.DayFrom(date);
      default -> new TypedFilter.Test.DayTo(date);
    };
  }

  private static boolean holds(
      @org.jspecify.annotations.Nullable FieldValue value, TypedFilter.Test test) {
    if (test instanceof TypedFilter.Test.Not(TypedFilter.Test inner)) {
      return !holds(value, inner);
    }
    if (value == null) {
      return test instanceof TypedFilter.Test.Empty;
    }
    return switch (test) {
      case TypedFilter.Test.Filled() -> true;
      case TypedFilter.Test.Empty() -> false;
      case TypedFilter.Test.IsWords(var any) -> any.contains(((Words) value).text());
      case TypedFilter.Test.Contains(var words) ->
          ((Words) value)
              .text()
              .toLowerCase(java.util.Locale.ROOT)
              .contains(words.toLowerCase(java.util.Locale.ROOT));
      case TypedFilter.Test.IsNumber(var any) -> any.contains(((Amount) value).number());
      case TypedFilter.Test.NumberFrom(var lowest) ->
          ((Amount) value).number().compareTo(lowest) >= 0;
      case TypedFilter.Test.NumberTo(var highest) ->
          ((Amount) value).number().compareTo(highest) <= 0;
      case TypedFilter.Test.IsDay(var any) ->
          any.stream().anyMatch(day -> !first(value).isAfter(day) && !last(value).isBefore(day));
      case TypedFilter.Test.DayFrom(var first) -> !last(value).isBefore(first);
      case TypedFilter.Test.DayTo(var last) -> !first(value).isAfter(last);
      case TypedFilter.Test.IsFlag(boolean holds) -> ((FieldValue.Yes) value).holds() == holds;
      case TypedFilter.Test.IsId(var any) ->
          any.contains(((FieldValue.Ids) value).ids().getFirst());
      case TypedFilter.Test.Not not -> throw new AssertionError(not);
    };
  }

  private static java.time.LocalDate first(FieldValue value) {
    return value instanceof FieldValue.Span span ? span.from() : ((FieldValue.Day) value).date();
  }

  private static java.time.LocalDate last(FieldValue value) {
    return value instanceof FieldValue.Span span
        ? span.to().orElse(java.time.LocalDate.MAX)
        : ((FieldValue.Day) value).date();
  }

  @Test
  void aListHoldsOnlyWhatMayBeSeenAndIsAskedFor() {
    Definition definition = made().field("name", text()).definition();
    tables.align(definition);
    TypedRow own = row(Map.of(), Optional.empty());
    TypedRow foreign =
        new TypedRow(
            recorded(), NEIGHBOUR, Optional.empty(), "kept", false, "", Map.of(), Optional.empty());
    TypedRow removed =
        new TypedRow(
            recorded(), COUNTY, Optional.empty(), "kept", true, "", Map.of(), Optional.empty());
    TypedRow words =
        new TypedRow(
            recorded(),
            COUNTY,
            Optional.of(new UUID(3, 4)),
            "closed",
            false,
            "甲厂 100% 好",
            Map.of(),
            Optional.empty());
    tables.insert(definition, List.of(own, foreign, removed, words));

    assertThat(found(definition, everything())).containsExactlyInAnyOrder(own.id(), words.id());
    assertThat(found(definition, query(List.of("甲厂", "0%"), List.of())))
        .containsExactly(words.id());
    assertThat(found(definition, query(List.of("甲厂", "1%0"), List.of()))).isEmpty();
    assertThat(found(definition, asked(Set.of(COUNTY), true, List.of(), List.of())))
        .containsExactly(removed.id());
    assertThat(found(definition, asked(Set.of(COUNTY), false, List.of("closed"), List.of())))
        .containsExactly(words.id());
    assertThat(found(definition, asked(Set.of(COUNTY), false, List.of(), List.of(new UUID(3, 4)))))
        .containsExactly(words.id());
    assertThat(found(definition, asked(Set.of(), false, List.of(), List.of()))).isEmpty();
  }

  private List<RecordId> found(Definition definition, TypedQuery query) {
    return tables.ids(definition, query, TypedQuery.Order.AS_ENTERED, Optional.empty(), 1000);
  }

  @Test
  void totalsAddUpWhatIsAskedFor() {
    Definition definition =
        made().field("load", number()).field("kind", new FieldType.Code("k")).definition();
    tables.align(definition);
    tables.insert(
        definition,
        List.of(
            row(Map.of("load", amount("1.5"), "kind", new Words("a")), Optional.empty()),
            row(Map.of("load", amount("-0.25"), "kind", new Words("b")), Optional.empty()),
            row(Map.of("kind", new Words("b")), Optional.empty())));

    TypedTotals totals =
        tables.totals(
            definition,
            everything(),
            List.of(definition.fields().get(0)),
            List.of(definition.fields().get(1)));

    assertThat(totals)
        .isEqualTo(
            new TypedTotals(
                3,
                Map.of(
                    "load",
                    new TypedTotals.Sum(
                        2,
                        amount("1.25").number(),
                        amount("-0.25").number(),
                        amount("1.5").number())),
                Map.of("kept", 3L),
                Map.of("kind", Map.of("a", 1L, "b", 2L))));
  }

  private MadeRegister made() {
    return new MadeRegister(register);
  }

  private static FieldType quantity(String unit) {
    return new FieldType.Quantity(unit, 2, Optional.empty(), Optional.empty());
  }

  private static Amount amount(String number) {
    return new Amount(new java.math.BigDecimal(number));
  }

  private static TypedQuery everything() {
    return query(List.of(), List.of());
  }

  private static TypedQuery query(List<String> words, List<TypedFilter> filters) {
    return new TypedQuery(
        Set.of(COUNTY), false, List.of(), List.of(), Optional.empty(), words, filters);
  }

  private static TypedQuery asked(
      Set<jingtu.server.scope.RegionCode> regions,
      boolean removed,
      List<String> states,
      List<UUID> organisations) {
    return new TypedQuery(
        regions, removed, states, organisations, Optional.empty(), List.of(), List.of());
  }

  private TypedRow row(Map<String, FieldValue> content, Optional<Geometry> geometry) {
    return new TypedRow(recorded(), COUNTY, Optional.empty(), "kept", false, "", content, geometry);
  }

  private TypedRow row(RecordId id, Map<String, FieldValue> content) {
    return new TypedRow(id, COUNTY, Optional.empty(), "kept", false, "", content, Optional.empty());
  }

  /** A record on the spine, for a row to hang on. */
  private RecordId recorded() {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into record (id, register, region_code, state, version, created_by_name,
                                created_at, changed_by_name, changed_at)
            values (:id, :register, '991121', 'kept', 1, 'x', :now, 'x', :now)
            """)
        .param("id", id)
        .param("register", register)
        .param("now", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
        .update();
    return new RecordId(id);
  }
}
