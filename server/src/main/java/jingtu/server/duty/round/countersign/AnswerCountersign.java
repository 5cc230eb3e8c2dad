package jingtu.server.duty.round.countersign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what an organisation answers when it is asked to countersign, once for each thing that a
 * report says. It answers itself, or whoever coordinates its region writes down what it told (代录).
 */
@Service
public class AnswerCountersign {

  private final CountersignRows rows;
  private final Reach reach;
  private final Audit audit;

  AnswerCountersign(CountersignRows rows, Reach reach, Audit audit) {
    this.rows = rows;
    this.reach = reach;
    this.audit = audit;
  }

  /**
   * Signs, or objects.
   *
   * @param version of the line that was seen; what was said since is not signed unseen
   * @param toldBy who told it and how, where somebody else writes it down; not kept where the
   *     organisation answers itself
   */
  @Transactional
  public CountersignOutcome answer(
      Scope scope, UUID id, int version, Signature signature, String toldBy) {
    Optional<CountersignRows.Row> seen = rows.find(id).filter(row -> may(scope, row));
    if (seen.isEmpty()) {
      return new CountersignOutcome.Unknown();
    }
    CountersignRows.Held held = rows.hold(seen.get().line());
    CountersignRows.Row row = rows.find(id).orElseThrow();
    if (!row.state().waits()) {
      return new CountersignOutcome.OutOfTurn(
          Message.of(
              row.state().isSigned() ? "countersign.answered" : "countersign.not-asked-now"));
    }
    if (held.version() != version) {
      return new CountersignOutcome.Stale();
    }
    String told = isOwn(scope, row) ? "" : toldBy.strip();
    Optional<Message> fault =
        signature.fault().or(() -> isOwn(scope, row) ? Optional.empty() : faultOf(told));
    if (fault.isPresent()) {
      return new CountersignOutcome.Faulty(fault.get());
    }
    rows.move(
        List.of(id),
        version,
        new CountersignRows.Deed(
            signature.agrees() ? SignState.AGREED : SignState.OBJECTED,
            signature.agrees() ? Countersign.What.AGREED : Countersign.What.OBJECTED,
            signature.words(),
            told,
            scope.username(),
            rows.now()));
    audit.record(
        scope,
        signature.agrees() ? "countersign.agreed" : "countersign.objected",
        row.line().value().toString(),
        told.isEmpty() ? row.name() : row.name() + ", " + told);
    return new CountersignOutcome.Done();
  }

  private boolean may(Scope scope, CountersignRows.Row row) {
    return isOwn(scope, row)
        || (scope.is(Role.COORDINATOR)
            && row.region().filter(region -> reach.keeps(scope, region)).isPresent());
  }

  private static boolean isOwn(Scope scope, CountersignRows.Row row) {
    return !scope.role().runsTheSystem()
        && scope.organisation().filter(row.organisation()::equals).isPresent();
  }

  private static Optional<Message> faultOf(String told) {
    return told.isEmpty() || told.length() > ReportProgress.LONGEST_REASON
        ? Optional.of(Message.of("countersign.needs-teller", ReportProgress.LONGEST_REASON))
        : Optional.empty();
  }
}
