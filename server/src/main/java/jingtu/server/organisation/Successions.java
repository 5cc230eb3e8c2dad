package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who took over from whom, when and for what. A function may come back years later; what may not be
 * is that organisations succeed each other in a circle on one day, or that one that has ended takes
 * anything over.
 */
@Component
public class Successions {

  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final Audit audit;
  private final Identifiers identifiers;

  Successions(JdbcClient jdbc, Organisations organisations, Audit audit, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** All of them, the earliest first. */
  @Transactional(readOnly = true)
  public List<Succession> list(Scope scope) {
    return all();
  }

  /**
   * Records that one organisation took something over.
   *
   * @param function what; empty for everything
   * @param ends whether the predecessor ends on that day
   * @throws Problem where the account keeps neither of the two, or they cannot succeed each other
   *     so
   */
  @Transactional
  public Succession add(
      Scope scope,
      UUID predecessor,
      UUID successor,
      LocalDate on,
      String function,
      String basis,
      boolean ends) {
    Organisation before = organisations.getKept(scope, predecessor);
    Organisation after = organisations.getKept(scope, successor);
    Succession wanted =
        new Succession(
            identifiers.next(), predecessor, successor, on, function.strip(), basis.strip());
    check(wanted, before, after);
    insert(wanted, before, after);
    audit.record(
        scope,
        "organisation.succeeded",
        predecessor.toString(),
        before.name() + " -> " + after.name() + " " + on + " " + wanted.function());
    if (ends && before.endedOn().isEmpty()) {
      organisations.end(scope, predecessor, on);
    }
    return wanted;
  }

  /** Takes a succession back; whether the predecessor has ended stays as it is. */
  @Transactional
  public void remove(Scope scope, UUID id) {
    Succession known =
        all().stream()
            .filter(succession -> succession.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "organisation.unknown-succession"));
    Organisation before = organisations.getKept(scope, known.predecessor());
    Organisation after = organisations.getKept(scope, known.successor());
    jdbc.sql("delete from organisation_succession where id = :id").param("id", id).update();
    audit.record(
        scope,
        "organisation.succession-removed",
        known.predecessor().toString(),
        before.name() + " -> " + after.name() + " " + known.on() + " " + known.function());
  }

  private void check(Succession wanted, Organisation before, Organisation after) {
    if (wanted.predecessor().equals(wanted.successor())) {
      throw refused("organisation.succeeds-itself", before.name());
    }
    if (hasEndedBy(after, wanted.on())) {
      throw refused("organisation.successor-ended", after.name(), ended(after));
    }
    if (before.endedOn().filter(end -> end.isBefore(wanted.on())).isPresent()) {
      throw refused("organisation.predecessor-ended", before.name(), ended(before));
    }
    if (leadsBackOnTheSameDay(wanted)) {
      throw refused("organisation.succession-circle", before.name(), after.name());
    }
  }

  private static boolean hasEndedBy(Organisation organisation, LocalDate day) {
    return organisation.endedOn().filter(end -> !end.isAfter(day)).isPresent();
  }

  private static String ended(Organisation organisation) {
    return organisation.endedOn().map(LocalDate::toString).orElse("");
  }

  private static Problem refused(String key, Object... arguments) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
  }

  /** Whether what passed on that day leads from the successor to the predecessor. */
  private boolean leadsBackOnTheSameDay(Succession wanted) {
    List<Succession> sameDay =
        all().stream().filter(known -> known.on().equals(wanted.on())).toList();
    Set<UUID> seen = new HashSet<>();
    Deque<UUID> ahead = new ArrayDeque<>(List.of(wanted.successor()));
    while (!ahead.isEmpty()) {
      UUID at = ahead.pop();
      if (at.equals(wanted.predecessor())) {
        return true;
      }
      if (seen.add(at)) {
        sameDay.stream()
            .filter(known -> known.predecessor().equals(at))
            .forEach(known -> ahead.push(known.successor()));
      }
    }
    return false;
  }

  private void insert(Succession wanted, Organisation before, Organisation after) {
    try {
      jdbc.sql(
              """
              insert into organisation_succession
                (id, predecessor_id, successor_id, effective_on, function, basis)
              values (:id, :predecessor, :successor, :day, :function, :basis)
              """)
          .param("id", wanted.id())
          .param("predecessor", wanted.predecessor())
          .param("successor", wanted.successor())
          .param("day", wanted.on())
          .param("function", wanted.function())
          .param("basis", wanted.basis())
          .update();
    } catch (DuplicateKeyException known) {
      throw Problem.of(
          HttpStatus.CONFLICT, "organisation.succession-known", before.name(), after.name());
    }
  }

  private List<Succession> all() {
    return jdbc
        .sql(
            """
            select id, predecessor_id, successor_id, effective_on, function, basis
            from organisation_succession
            """)
        .query(
            (row, n) ->
                new Succession(
                    row.getObject("id", UUID.class),
                    row.getObject("predecessor_id", UUID.class),
                    row.getObject("successor_id", UUID.class),
                    row.getObject("effective_on", LocalDate.class),
                    row.getString("function"),
                    row.getString("basis")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Succession::on).thenComparing(Succession::id))
        .toList();
  }
}
