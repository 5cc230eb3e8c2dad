package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.table.TypedRow;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What records are called, many at once, as far as an account may know. */
@Repository
class NamedRecords {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final TypedTables tables;
  private final Definitions definitions;
  private final Regions regions;

  NamedRecords(JdbcClient jdbc, TypedTables tables, Definitions definitions, Regions regions) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.definitions = definitions;
    this.regions = regions;
  }

  /**
   * A record by name.
   *
   * @param title its first words, or what its key holds; its id where it has none that the account
   *     may know
   * @param organisation the one that keeps it
   */
  record Named(
      RecordId id, RegisterId register, String state, String title, Optional<UUID> organisation) {}

  private record Whereabouts(RecordId id, RegisterId register, RegionCode region) {}

  /** Those of the records that are not removed and whose region the account sees. */
  Map<RecordId, Named> list(Scope scope, Collection<RecordId> ids) {
    Set<RegionCode> visible = regions.visibleTo(scope);
    Map<RecordId, Named> named = new HashMap<>();
    whereabouts(ids).stream()
        .filter(record -> visible.contains(record.region()))
        .collect(groupingBy(Whereabouts::register))
        .forEach(
            (register, records) ->
                definitions
                    .find(scope, register)
                    .ifPresent(definition -> name(scope, definition, records, named)));
    return named;
  }

  private List<Whereabouts> whereabouts(Collection<RecordId> ids) {
    List<UUID> asked = ids.stream().map(RecordId::value).distinct().toList();
    List<Whereabouts> found = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      found.addAll(
          jdbc.sql(
                  """
                  select id, register, region_code from record
                  where id in (:ids) and removed_at is null
                  """)
              .param("ids", asked.subList(from, Math.min(asked.size(), from + AT_ONCE)))
              .query(
                  (row, n) ->
                      new Whereabouts(
                          new RecordId(row.getObject("id", UUID.class)),
                          new RegisterId(row.getString("register")),
                          new RegionCode(row.getString("region_code"))))
              .list());
    }
    return found;
  }

  private void name(
      Scope scope, Definition definition, List<Whereabouts> records, Map<RecordId, Named> named) {
    for (TypedRow row : tables.read(definition, records.stream().map(Whereabouts::id).toList())) {
      named.put(
          row.id(),
          new Named(
              row.id(),
              definition.id(),
              row.state(),
              title(scope, definition, row),
              row.organisation()));
    }
  }

  private static String title(Scope scope, Definition definition, TypedRow row) {
    Stream<Field> texts =
        definition.activeFields().stream().filter(field -> field.type() instanceof FieldType.Text);
    Stream<Field> key = definition.key().stream().flatMap(id -> definition.findField(id).stream());
    return Stream.concat(texts, key)
        .flatMap(field -> words(scope, field, row))
        .findFirst()
        .orElse(row.id().toString());
  }

  private static Stream<String> words(Scope scope, Field field, TypedRow row) {
    return Optional.of(field)
        .filter(known -> known.isVisibleTo(scope.role()))
        .map(known -> row.content().get(known.id()))
        .filter(FieldValue.Words.class::isInstance)
        .map(value -> ((FieldValue.Words) value).text())
        .stream();
  }
}
