package jingtu.server.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of organisations and their other names. */
@Component
class OrganisationRows {

  private static final Comparator<Organisation> BY_REGION_AND_NAME =
      Comparator.comparing((Organisation o) -> o.region().map(RegionCode::digits).orElse(""))
          .thenComparing(Organisation::name);

  private static final String COLUMNS =
      "id, name, region_code, area_id, supervisor_id, functions, ended_on, version";

  private final JdbcClient jdbc;

  OrganisationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, by region and name. */
  List<Organisation> all() {
    Map<UUID, List<String>> aliases =
        jdbc
            .sql("select organisation_id, alias from organisation_alias")
            .query(
                (row, n) ->
                    Map.entry(row.getObject("organisation_id", UUID.class), row.getString("alias")))
            .list()
            .stream()
            .sorted(Map.Entry.comparingByValue())
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return jdbc
        .sql("select " + COLUMNS + " from organisation")
        .query((row, n) -> organisation(row, aliases))
        .list()
        .stream()
        .sorted(BY_REGION_AND_NAME)
        .toList();
  }

  Optional<Organisation> find(UUID id) {
    List<String> aliases =
        jdbc
            .sql("select alias from organisation_alias where organisation_id = :id")
            .param("id", id)
            .query((row, n) -> row.getString("alias"))
            .list()
            .stream()
            .sorted()
            .toList();
    return jdbc.sql("select " + COLUMNS + " from organisation where id = :id")
        .param("id", id)
        .query((row, n) -> organisation(row, Map.of(id, aliases)))
        .optional();
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, name from organisation where id in (:ids)")
          .param("ids", ids)
          .query(
              row -> {
                names.put(row.getObject("id", UUID.class), row.getString("name"));
              });
    }
    return names;
  }

  void insert(UUID id, OrganisationEntry entry, Optional<RegionCode> region) {
    try {
      jdbc.sql(
              """
              insert into organisation (id, name, region_code, area_id, supervisor_id, functions)
              values (:id, :name, :region, :area, :supervisor, :functions)
              """)
          .param("id", id)
          .param("name", entry.name())
          .param("region", region.map(RegionCode::digits).orElse(""))
          .param("area", orNull(entry.area()))
          .param("supervisor", orNull(entry.supervisor()))
          .param("functions", entry.functions())
          .update();
    } catch (DuplicateKeyException taken) {
      throw nameTaken(entry);
    }
    entry.aliases().forEach(alias -> insertAlias(id, alias));
  }

  /** Whether the organisation still had the version, and so was changed. */
  boolean update(UUID id, int version, OrganisationEntry entry) {
    try {
      int changed =
          jdbc.sql(
                  """
                  update organisation
                  set name = :name, area_id = :area, supervisor_id = :supervisor,
                      functions = :functions, version = version + 1
                  where id = :id and version = :version
                  """)
              .param("id", id)
              .param("version", version)
              .param("name", entry.name())
              .param("area", orNull(entry.area()))
              .param("supervisor", orNull(entry.supervisor()))
              .param("functions", entry.functions())
              .update();
      if (changed == 0) {
        return false;
      }
    } catch (DuplicateKeyException taken) {
      throw nameTaken(entry);
    }
    jdbc.sql("delete from organisation_alias where organisation_id = :id").param("id", id).update();
    entry.aliases().forEach(alias -> insertAlias(id, alias));
    return true;
  }

  /** Whether the organisation still had the version; then it has the next. */
  boolean turn(UUID id, int version) {
    return jdbc.sql(
                "update organisation set version = version + 1 where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  void setEnd(UUID id, Optional<LocalDate> endedOn) {
    jdbc.sql("update organisation set ended_on = :end, version = version + 1 where id = :id")
        .param("id", id)
        .param("end", orNull(endedOn))
        .update();
  }

  private static Problem nameTaken(OrganisationEntry entry) {
    return Problem.of(HttpStatus.CONFLICT, "organisation.name-taken", entry.name());
  }

  private void insertAlias(UUID id, String alias) {
    jdbc.sql("insert into organisation_alias (organisation_id, alias) values (:id, :alias)")
        .param("id", id)
        .param("alias", alias)
        .update();
  }

  private static Organisation organisation(ResultSet row, Map<UUID, List<String>> aliases)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Organisation(
        id,
        row.getString("name"),
        Optional.of(row.getString("region_code"))
            .filter(code -> !code.isEmpty())
            .map(RegionCode::new),
        Optional.ofNullable(row.getObject("area_id", UUID.class)),
        aliases.getOrDefault(id, List.of()),
        Optional.ofNullable(row.getObject("supervisor_id", UUID.class)),
        row.getString("functions"),
        Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
        row.getInt("version"));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
