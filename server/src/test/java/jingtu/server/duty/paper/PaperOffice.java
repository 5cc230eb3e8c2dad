package jingtu.server.duty.paper;

import static jingtu.server.duty.DutyOffice.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.OfficeDay;
import org.springframework.boot.test.context.TestComponent;

/**
 * Two months of an invented county: in the second one office reports in time, one late, one is
 * given a report back and leaves another out, and a township says nothing.
 */
@TestComponent
public class PaperOffice {

  static final String BUREAU = "东临市生态环境局禾汀分局";
  static final String FINANCE = "禾汀县财政局";
  static final String FARMING = "禾汀县农业农村局";
  static final String TOWNSHIP = "石漪镇人民政府";

  /** The day on which papers are made of the second month, which was due on 7 September. */
  static final LocalDate TODAY = LocalDate.of(2026, 9, 10);

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final DutyOffice office;
  private final TurnableClock clock;
  private final OpenRounds openRounds;
  private final Rounds rounds;
  private final ReportProgress report;

  PaperOffice(
      DutyOffice office,
      TurnableClock clock,
      OpenRounds openRounds,
      Rounds rounds,
      ReportProgress report) {
    this.office = office;
    this.clock = clock;
    this.openRounds = openRounds;
    this.rounds = rounds;
    this.report = report;
  }

  /** Plays the two months. */
  public Round play() {
    turnTo(LocalDate.of(2026, 7, 25));
    office.plan("文书");
    openRounds.keep();
    say(BUREAU, 0, said(DutyState.GOING_ON, "已踏勘两个乡镇。", "", "", ""));
    say(FINANCE, 0, said(DutyState.NOT_STARTED, "尚未开始。", "", "", ""));
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();
    say(FINANCE, 0, said(DutyState.STEADY, "二季度台账已提供。", "", "", ""));
    say(FINANCE, 1, said(DutyState.DONE, "=1+1", "全部核定。", "", ""));
    say(FARMING, 0, said(DutyState.GOING_ON, "正在核定。", "", "", "九月完成外业。"));
    turnTo(LocalDate.of(2026, 9, 9));
    openRounds.keep();
    ReportLine given = line(FARMING, 0);
    done(report.giveBack(COORDINATOR, given.id(), given.version(), "没有数字"));
    say(BUREAU, 0, said(DutyState.BEHIND, "已踏勘三个乡镇。", "完成三成", "人手不足。", "下月补齐人员。"));
    say(BUREAU, 1, said(DutyState.NOT_STARTED, "等待点位清单。", "", "", ""));
    say(BUREAU, 2, said(DutyState.STEADY, "按新要求备案。", "", "", ""));
    turnTo(TODAY);
    openRounds.keep();
    return round();
  }

  /** Opens the round-up of the third month, of which nobody has said anything yet. */
  void openNext() {
    turnTo(LocalDate.of(2026, 9, 25));
    openRounds.keep();
  }

  /** Sets the clock back for the tests that come after. */
  public void turnBack() {
    clock.turn(Duration.between(clock.instant(), START));
  }

  /** The latest round-up. */
  Round round() {
    return rounds.list(COORDINATOR).getFirst();
  }

  RoundId id() {
    return round().id();
  }

  ReportLine line(String organisation, int number) {
    List<ReportLine> lines =
        rounds.lines(COORDINATOR, id(), Optional.of(office.organisation(organisation).id()));
    return lines.get(number);
  }

  private void say(String organisation, int number, Progress said) {
    ReportLine line = line(organisation, number);
    done(report.report(office.officer(organisation), line.id(), line.version(), said));
  }

  private static void done(ReportOutcome outcome) {
    if (!(outcome instanceof ReportOutcome.Done)) {
      throw new AssertionError(outcome.toString());
    }
  }

  private static Progress said(
      DutyState state, String progress, String completion, String problems, String next) {
    String reason = state == DutyState.BEHIND ? "人手不足" : "";
    return new Progress(state, progress, completion, problems, next, reason, "");
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
