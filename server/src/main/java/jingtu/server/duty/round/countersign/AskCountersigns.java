package jingtu.server.duty.round.countersign;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Assignee;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the other organisations of a sentence to countersign what is reported on it, and withdraws
 * that. Whoever may write the report may do so: the organisation that owes it, and whoever keeps
 * the round-up.
 */
@Service
public class AskCountersigns {

  private final JdbcClient jdbc;
  private final CountersignRows rows;
  private final Rounds rounds;
  private final Reach reach;
  private final Audit audit;

  AskCountersigns(JdbcClient jdbc, CountersignRows rows, Rounds rounds, Reach reach, Audit audit) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.rounds = rounds;
    this.reach = reach;
    this.audit = audit;
  }

  /**
   * Whether the scope may ask about a line now: it may write the report, which says something and
   * is not accepted.
   */
  @Transactional(readOnly = true)
  public boolean mayAsk(Scope scope, LineId line) {
    return find(scope, line)
        .filter(found -> outOfTurn(found.status(), found.said().isPresent()).isEmpty())
        .filter(found -> may(scope, found))
        .isPresent();
  }

  /**
   * Whom the scope may still ask about a line: the other organisations of the directory whom its
   * sentence calls on, awake or not, that are not asked yet; none where it sees no such line, or
   * where the duty of the line has ended.
   */
  @Transactional(readOnly = true)
  public List<Assignee> choices(Scope scope, LineId line) {
    if (find(scope, line).isEmpty()) {
      return List.of();
    }
    Set<UUID> asked =
        rows.of(line).stream()
            .filter(row -> row.state().waits() || row.state().isSigned())
            .map(CountersignRows.Row::organisation)
            .collect(toSet());
    return called(line).stream()
        .filter(whom -> whom.id().filter(asked::contains).isEmpty())
        .toList();
  }

  /** Asks organisations of the sentence; those that are asked already stay as they are. */
  @Transactional
  public CountersignOutcome ask(Scope scope, LineId line, Set<UUID> whom) {
    Optional<ReportLine> found = find(scope, line);
    if (found.isEmpty()) {
      return new CountersignOutcome.Unknown();
    }
    if (!may(scope, found.get())) {
      return new CountersignOutcome.NotYours();
    }
    CountersignRows.Held held = rows.hold(line);
    Optional<Message> fault = outOfTurn(held.status(), held.said());
    if (fault.isPresent()) {
      return new CountersignOutcome.OutOfTurn(fault.get());
    }
    if (whom.isEmpty()) {
      return new CountersignOutcome.Faulty(Message.of("countersign.needs-organisation"));
    }
    List<Assignee> called =
        called(line).stream().filter(each -> whom.contains(each.id().orElseThrow())).toList();
    if (called.size() < whom.size()) {
      return new CountersignOutcome.Faulty(Message.of("countersign.not-called"));
    }
    List<String> asked = ask(scope, line, held.version(), called);
    if (!asked.isEmpty()) {
      audit.record(scope, "countersign.asked", line.value().toString(), String.join(", ", asked));
    }
    return new CountersignOutcome.Done();
  }

  /** Asks those who are not asked yet, and returns their names. */
  private List<String> ask(Scope scope, LineId line, int version, List<Assignee> whom) {
    Map<UUID, CountersignRows.Row> there =
        rows.of(line).stream()
            .collect(toMap(CountersignRows.Row::organisation, Function.identity()));
    List<String> asked = new ArrayList<>();
    for (Assignee each : whom) {
      Optional<CountersignRows.Row> before =
          Optional.ofNullable(there.get(each.id().orElseThrow()));
      if (before.isEmpty()) {
        rows.insert(line, version, each, scope.username());
        asked.add(each.name());
      } else if (!before.get().state().waits() && !before.get().state().isSigned()) {
        rows.askAnew(before.get().id(), version, scope.username());
        asked.add(each.name());
      }
    }
    return asked;
  }

  /**
   * Withdraws an asking that waits; asking again takes that back. What was signed stays, whatever
   * it says.
   */
  @Transactional
  public CountersignOutcome withdraw(Scope scope, UUID id) {
    Optional<LineId> line = rows.find(id).map(CountersignRows.Row::line);
    Optional<ReportLine> found = line.flatMap(each -> find(scope, each));
    if (found.isEmpty()) {
      return new CountersignOutcome.Unknown();
    }
    if (!may(scope, found.get())) {
      return new CountersignOutcome.NotYours();
    }
    CountersignRows.Held held = rows.hold(found.get().id());
    CountersignRows.Row row = rows.find(id).orElseThrow();
    if (row.state() == SignState.WITHDRAWN) {
      return new CountersignOutcome.Done();
    }
    if (!row.state().waits()) {
      return new CountersignOutcome.OutOfTurn(
          Message.of(
              row.state().isSigned() ? "countersign.signed-stays" : "countersign.not-waiting"));
    }
    rows.move(
        List.of(id),
        held.version(),
        rows.plain(SignState.WITHDRAWN, Countersign.What.WITHDRAWN, scope.username()));
    audit.record(scope, "countersign.withdrawn", row.line().value().toString(), row.name());
    return new CountersignOutcome.Done();
  }

  private Optional<ReportLine> find(Scope scope, LineId line) {
    return rounds.list(scope, List.of(line)).stream().findFirst();
  }

  /** The same who may report, in whatever way. */
  private boolean may(Scope scope, ReportLine line) {
    boolean owes = scope.organisation().filter(line.organisation()::equals).isPresent();
    return !scope.role().runsTheSystem()
        && (owes
            || rounds
                .find(scope, line.round())
                .filter(round -> reach.keeps(scope, round.region()))
                .isPresent());
  }

  private static Optional<Message> outOfTurn(LineStatus status, boolean said) {
    if (status == LineStatus.ACCEPTED) {
      return Optional.of(Message.of("countersign.accepted"));
    }
    return said ? Optional.empty() : Optional.of(Message.of("countersign.nothing-said"));
  }

  /**
   * The other organisations whom the sentence of a line calls on, or the task in which it stands as
   * a whole, in the order of the plan.
   */
  private List<Assignee> called(LineId line) {
    List<Assignee> called =
        jdbc.sql(
                """
                select other.organisation_id, other.organisation_name, other.organisation_region
                from report_line line join duty own on own.id = line.duty_id
                  join duty_source source on source.id = own.source_id
                  join duty_source beside on
                """
                    + CountersignRows.together("beside", "source")
                    + """
                     join duty other on other.source_id = beside.id
                    where line.id = :line and own.ended_reason = '' and other.ended_reason = ''
                      and other.acceptance in ('', 'ACCEPTED')
                      and other.organisation_id is not null
                      and other.organisation_id <> line.organisation_id
                    order by other.sort_key
                    """)
            .param("line", line.value())
            .query(
                (row, n) ->
                    new Assignee(
                        Optional.of(row.getObject("organisation_id", UUID.class)),
                        row.getString("organisation_name"),
                        Optional.ofNullable(row.getString("organisation_region"))
                            .map(RegionCode::new)))
            .list();
    Set<Optional<UUID>> told = new HashSet<>();
    return called.stream().filter(each -> told.add(each.id())).toList();
  }
}
