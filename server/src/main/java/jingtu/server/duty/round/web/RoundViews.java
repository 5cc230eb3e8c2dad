package jingtu.server.duty.round.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.round.Channel;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportChange;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Standing;
import jingtu.server.duty.round.countersign.CountersignTally;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** What is told of round-ups. */
final class RoundViews {

  private RoundViews() {}

  /** How many lines stand where. */
  record ReportCountsView(
      int lines, int open, int reported, int returned, int accepted, int missing, int late) {

    static final ReportCountsView NONE = new ReportCountsView(0, 0, 0, 0, 0, 0, 0);

    /** All of a round-up, out of what its organisations have. */
    static ReportCountsView sum(List<Standing> standings) {
      return standings.stream().map(ReportCountsView::of).reduce(NONE, ReportCountsView::plus);
    }

    private ReportCountsView plus(ReportCountsView other) {
      return new ReportCountsView(
          lines + other.lines,
          open + other.open,
          reported + other.reported,
          returned + other.returned,
          accepted + other.accepted,
          missing + other.missing,
          late + other.late);
    }

    static ReportCountsView of(Standing standing) {
      return new ReportCountsView(
          standing.lines(),
          standing.open(),
          standing.reported(),
          standing.returned(),
          standing.accepted(),
          standing.missing(),
          standing.late());
    }
  }

  /**
   * A round-up.
   *
   * @param number which period of its year, from 1
   * @param kept whether whoever asks accepts and returns its reports
   */
  record RoundUpView(
      UUID id,
      String region,
      int months,
      int year,
      int number,
      LocalDate first,
      LocalDate last,
      LocalDate opened,
      LocalDate due,
      @Nullable LocalDate closed,
      boolean kept,
      ReportCountsView counts) {

    static RoundUpView of(Round round, boolean kept, ReportCountsView counts) {
      return new RoundUpView(
          round.id().value(),
          round.region().digits(),
          round.period().months(),
          round.period().first().getYear(),
          round.period().number(),
          round.period().first(),
          round.period().last(),
          round.opened(),
          round.due(),
          round.closed().orElse(null),
          kept,
          counts);
    }
  }

  /** An organisation in a round-up. */
  record ReportingOrganisationView(UUID id, String name, ReportCountsView counts) {}

  /** A round-up with those who report in it, by name. */
  record WholeRoundUpView(RoundUpView round, List<ReportingOrganisationView> organisations) {}

  /** What was said; texts may be empty. */
  record SaidProgressView(
      DutyState state,
      String progress,
      String completion,
      String problems,
      String nextSteps,
      String reason,
      String proof,
      List<UUID> files) {

    static SaidProgressView of(Progress said) {
      return new SaidProgressView(
          said.state(),
          said.progress(),
          said.completion(),
          said.problems(),
          said.nextSteps(),
          said.reason(),
          said.proof(),
          said.files().stream().map(EvidenceId::value).toList());
    }
  }

  /** How the countersigning of a report stands: how many wait to sign, agree and object. */
  record CountersignTallyView(int waiting, int agreed, int objected) {

    static CountersignTallyView of(CountersignTally tally) {
      return new CountersignTallyView(tally.waiting(), tally.agreed(), tally.objected());
    }
  }

  /**
   * One line.
   *
   * @param task the number of the task in its plan; absent for a sentence outside the tasks
   * @param owed whether whoever asks owes it
   * @param countersigns absent where nobody is asked to countersign
   */
  record ReportLineView(
      UUID id,
      int version,
      LineStatus status,
      UUID organisation,
      String organisationName,
      UUID duty,
      @Nullable UUID plan,
      @Nullable Integer task,
      String heading,
      String sentence,
      @Nullable LocalDate due,
      @Nullable SaidProgressView said,
      @Nullable SaidProgressView before,
      @Nullable Channel channel,
      String toldBy,
      boolean missing,
      boolean late,
      int reopened,
      String returnedReason,
      String changedBy,
      Instant changedAt,
      boolean owed,
      @Nullable CountersignTallyView countersigns) {

    static ReportLineView of(
        RoundSheet.Row row, Optional<UUID> own, Optional<CountersignTally> countersigns) {
      ReportLine line = row.line();
      Duty duty = row.duty();
      DutyOrigin origin = duty.origin();
      return new ReportLineView(
          line.id().value(),
          line.version(),
          line.status(),
          line.organisation(),
          duty.assignee().name(),
          duty.id().value(),
          origin.plan().map(PlanId::value).orElse(null),
          origin.task().orElse(null),
          duty.heading(),
          duty.asked(),
          row.due().orElse(null),
          line.said().map(SaidProgressView::of).orElse(null),
          row.before().map(SaidProgressView::of).orElse(null),
          line.channel().orElse(null),
          line.toldBy(),
          line.missing(),
          line.late(),
          line.reopened(),
          line.returnedReason(),
          line.changedBy(),
          line.changedAt(),
          own.filter(line.organisation()::equals).isPresent(),
          countersigns.map(CountersignTallyView::of).orElse(null));
    }
  }

  record ReportLinesView(List<ReportLineView> lines) {}

  /** Something that was done with a line. */
  record ReportChangeView(
      ReportChange.What what,
      @Nullable SaidProgressView said,
      @Nullable Channel channel,
      String toldBy,
      String why,
      String by,
      Instant at) {

    static ReportChangeView of(ReportChange change) {
      return new ReportChangeView(
          change.what(),
          change.said().map(SaidProgressView::of).orElse(null),
          change.channel().orElse(null),
          change.toldBy(),
          change.why(),
          change.changedBy(),
          change.changedAt());
    }
  }

  record ReportHistoryView(List<ReportChangeView> changes) {}
}
