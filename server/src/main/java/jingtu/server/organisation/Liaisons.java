package jingtu.server.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The liaison persons of organisations, each list in the order in which its organisation keeps it.
 */
@Component
public class Liaisons {

  private final JdbcClient jdbc;
  private final OrganisationRows rows;
  private final Organisations organisations;
  private final Audit audit;

  Liaisons(JdbcClient jdbc, OrganisationRows rows, Organisations organisations, Audit audit) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.organisations = organisations;
    this.audit = audit;
  }

  /**
   * The liaison persons of every organisation whose persons the account may know: the list is empty
   * where none is named, and an organisation is absent where they are not for this account.
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<Liaison>> list(Scope scope) {
    Map<UUID, List<Liaison>> all = all();
    Keeper keeper = organisations.keeper(scope);
    return organisations.list(scope).stream()
        .filter(keeper::readsLiaisons)
        .collect(toMap(Organisation::id, o -> all.getOrDefault(o.id(), List.of())));
  }

  /**
   * Replaces the liaison persons of an organisation.
   *
   * @param version the organisation's version that the change was made from
   * @throws Problem where they are not this account's to name, or were changed meanwhile
   */
  @Transactional
  public void replace(Scope scope, UUID id, int version, List<Liaison> liaisons) {
    Organisation organisation = organisations.get(id);
    if (!organisations.keeper(scope).namesLiaisons(organisation)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "organisation.not-yours", organisation.name());
    }
    if (!rows.turn(id, version)) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.changed-meanwhile", organisation.name());
    }
    jdbc.sql("delete from organisation_liaison where organisation_id = :id")
        .param("id", id)
        .update();
    for (int place = 0; place < liaisons.size(); place++) {
      insert(id, place, liaisons.get(place));
    }
    // Telephones are not for all who read the audit.
    audit.record(
        scope,
        "organisation.liaisons-named",
        id.toString(),
        organisation.name() + " " + liaisons.stream().map(Liaison::name).toList());
  }

  private void insert(UUID organisation, int place, Liaison liaison) {
    jdbc.sql(
            """
            insert into organisation_liaison (organisation_id, place, name, post, telephone)
            values (:organisation, :place, :name, :post, :telephone)
            """)
        .param("organisation", organisation)
        .param("place", place)
        .param("name", liaison.name())
        .param("post", liaison.post())
        .param("telephone", liaison.telephone())
        .update();
  }

  private Map<UUID, List<Liaison>> all() {
    return jdbc
        .sql(
            """
            select organisation_id, name, post, telephone from organisation_liaison
            order by organisation_id, place
            """)
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("organisation_id", UUID.class),
                    new Liaison(
                        row.getString("name"), row.getString("post"), row.getString("telephone"))))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }
}
