package jingtu.server.duty.round;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.audit.Audit;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.duty.Reach;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what organisations say of their duties, and lets whoever keeps the round-up accept it, give
 * it back, or open again for a reason what was accepted. An accepted report changes in no other
 * way; {@link KeepAcceptedFiles} says so of its files.
 */
@Service
public class ReportProgress {

  /** The most characters of a reason, or of who told it. */
  public static final int LONGEST_REASON = 200;

  private final Rounds rounds;
  private final RoundRows rows;
  private final Reach reach;
  private final Evidence evidence;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReportProgress(
      Rounds rounds,
      RoundRows rows,
      Reach reach,
      Evidence evidence,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rounds = rounds;
    this.rows = rows;
    this.reach = reach;
    this.evidence = evidence;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a report of whoever owes it, written into the form.
   *
   * @param version of the line that they saw
   */
  @Transactional
  public ReportOutcome report(Scope scope, LineId id, int version, Progress progress) {
    return take(scope, hold(scope, id), version, progress, Channel.FORM, "", Optional.empty());
  }

  /**
   * Writes down what was told by telephone or in a chat (代录), by whoever keeps the round-up.
   *
   * @param toldBy who told it, and how
   */
  @Transactional
  public ReportOutcome reportOnBehalf(
      Scope scope, LineId id, int version, Progress progress, String toldBy) {
    String told = toldBy.strip();
    if (told.isEmpty() || told.length() > LONGEST_REASON) {
      return new ReportOutcome.Faulty(Message.of("round.needs-teller", LONGEST_REASON));
    }
    return take(
        scope, hold(scope, id), version, progress, Channel.ON_BEHALF, told, Optional.empty());
  }

  /**
   * Takes a row of a table that came back from whoever owes it.
   *
   * @param stamped the version in which the line stood on the table; absent where it had no stamp
   */
  @Transactional
  public ReportOutcome takeFromSheet(
      Scope scope, LineId id, int version, Progress progress, Optional<Integer> stamped) {
    return take(scope, hold(scope, id), version, progress, Channel.SHEET, "", stamped);
  }

  /**
   * Takes what was written into the form behind a one-time link. Nobody hands in files there, so
   * those that hang on the line stay.
   *
   * @param link what the link sees; its organisation owes the line
   * @param round of the link; the line of another round-up is unknown to it
   * @param teller the name and telephone of whoever wrote it
   */
  @Transactional
  public ReportOutcome reportByLink(
      Scope link, RoundId round, LineId id, int version, Progress progress, String teller) {
    Optional<Seen> seen =
        hold(link, id)
            .filter(found -> found.round().id().equals(round))
            .filter(found -> link.organisation().equals(Optional.of(found.line().organisation())));
    Progress whole =
        progress.with(
            seen.flatMap(found -> found.line().said()).map(Progress::files).orElse(List.of()));
    return take(link, seen, version, whole, Channel.LINK, teller, Optional.empty());
  }

  private ReportOutcome take(
      Scope scope,
      Optional<Seen> seen,
      int version,
      Progress progress,
      Channel channel,
      String toldBy,
      Optional<Integer> sheet) {
    if (seen.isEmpty()) {
      return new ReportOutcome.Unknown();
    }
    ReportLine line = seen.get().line();
    boolean keeps = reach.keeps(scope, seen.get().round().region());
    boolean owes = scope.organisation().filter(line.organisation()::equals).isPresent();
    boolean may =
        switch (channel) {
          case FORM, LINK -> owes;
          case SHEET -> owes || keeps;
          case ON_BEHALF -> keeps;
        };
    if (!may || scope.role().runsTheSystem()) {
      return new ReportOutcome.NotYours();
    }
    if (line.status() == LineStatus.ACCEPTED) {
      return new ReportOutcome.OutOfTurn(line, Message.of("round.locked"));
    }
    if (line.version() != version) {
      return new ReportOutcome.Stale(line);
    }
    Optional<Message> fault = progress.fault().or(() -> unseenFile(scope, line, progress));
    if (fault.isPresent()) {
      return new ReportOutcome.Faulty(fault.get());
    }
    boolean late = OfficeDay.today(clock).isAfter(seen.get().round().due());
    boolean byLink = channel == Channel.LINK;
    String by = byLink ? toldBy : scope.username();
    ReportLine after = line.reported(progress, channel, toldBy, sheet, late, by, now());
    rows.update(after, ReportChange.What.REPORTED, "");
    if (line.said().filter(said -> !said.saysTheSame(progress)).isPresent()) {
      events.publishEvent(new ReportSaidAnew(line.id()));
    }
    String how = byLink ? channel + " " + line.organisation() : channel.name();
    audit.record(scope, "round.reported", line.id().value().toString(), how);
    return new ReportOutcome.Done(after);
  }

  /** Nobody proves anything with a file that they do not see; what hung there already stays. */
  private Optional<Message> unseenFile(Scope scope, ReportLine line, Progress progress) {
    Set<EvidenceId> added = new HashSet<>(progress.files());
    line.said().map(Progress::files).orElse(List.of()).forEach(added::remove);
    evidence.list(scope, added).stream().map(PieceOfEvidence::id).forEach(added::remove);
    return added.isEmpty() ? Optional.empty() : Optional.of(Message.of("round.unseen-file"));
  }

  /** Accepts a report (审核通过). */
  @Transactional
  public ReportOutcome accept(Scope scope, LineId id, int version) {
    return judge(scope, id, version, ReportChange.What.ACCEPTED, "");
  }

  /** Gives a report back to be said anew (退回). */
  @Transactional
  public ReportOutcome giveBack(Scope scope, LineId id, int version, String why) {
    return judge(scope, id, version, ReportChange.What.RETURNED, why);
  }

  /** Opens an accepted report again; that it was stays visible. */
  @Transactional
  public ReportOutcome reopen(Scope scope, LineId id, int version, String why) {
    return judge(scope, id, version, ReportChange.What.REOPENED, why);
  }

  private ReportOutcome judge(
      Scope scope, LineId id, int version, ReportChange.What what, String reason) {
    Optional<Seen> seen = hold(scope, id);
    if (seen.isEmpty()) {
      return new ReportOutcome.Unknown();
    }
    ReportLine line = seen.get().line();
    if (!reach.keeps(scope, seen.get().round().region())) {
      return new ReportOutcome.NotYours();
    }
    if (line.version() != version) {
      return new ReportOutcome.Stale(line);
    }
    LineStatus needed =
        what == ReportChange.What.REOPENED ? LineStatus.ACCEPTED : LineStatus.REPORTED;
    if (line.status() != needed) {
      return new ReportOutcome.OutOfTurn(
          line,
          Message.of(
              needed == LineStatus.ACCEPTED ? "round.not-accepted" : "round.nothing-to-judge"));
    }
    String why = reason.strip();
    if (what != ReportChange.What.ACCEPTED && (why.isEmpty() || why.length() > LONGEST_REASON)) {
      return new ReportOutcome.Faulty(Message.of("round.needs-why", LONGEST_REASON));
    }
    LineStatus to =
        switch (what) {
          case ACCEPTED -> LineStatus.ACCEPTED;
          case RETURNED -> LineStatus.RETURNED;
          case REOPENED, REPORTED -> LineStatus.REPORTED;
        };
    if (to == LineStatus.ACCEPTED) {
      evidence.holdStill(scope, line.said().map(Progress::files).orElse(List.of()));
    }
    ReportLine after = line.judged(to, why, scope.username(), now());
    rows.update(after, what, why);
    if (what == ReportChange.What.ACCEPTED) {
      events.publishEvent(new ReportAccepted(id));
    }
    audit.record(
        scope,
        switch (what) {
          case ACCEPTED -> "round.accepted";
          case RETURNED -> "round.returned";
          case REOPENED, REPORTED -> "round.reopened";
        },
        id.value().toString(),
        why);
    return new ReportOutcome.Done(after);
  }

  private record Seen(ReportLine line, Round round) {}

  private Optional<Seen> hold(Scope scope, LineId id) {
    rows.hold(List.of(id));
    return rounds.list(scope, List.of(id)).stream()
        .findFirst()
        .flatMap(line -> rounds.find(scope, line.round()).map(round -> new Seen(line, round)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
