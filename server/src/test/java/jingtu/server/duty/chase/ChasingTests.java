package jingtu.server.duty.chase;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.OfficeDay;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked for reports, in which words, and that it is remembered. */
@WholeDuty
@Transactional
class ChasingTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired WhoOwes whoOwes;
  @Autowired Chases chases;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 8, 25));
    office.plan("催报");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void eachIsAskedForWhatItHasNotSaid() {
    assertThat(chasing().owing())
        .extracting(owing -> owing.name() + " " + owing.open().size())
        .containsExactlyInAnyOrder(BUREAU + " 3", "石漪镇人民政府 2", "禾汀县农业农村局 2", "禾汀县财政局 2");
    assertThat(owing(BUREAU).text())
        .isEqualTo(
            BUREAU
                + "：请于2026-09-07前报送2026年8月工作进展。"
                + "尚未报送3项：对老旧堆场开展踏勘；对查实的点位逐一提出封存意见；自2026年7月起执行新的备案要求。");
    assertThat(chasing().text())
        .startsWith("2026年8月工作进展调度，截止2026-09-07。截至2026-08-25，以下单位尚未报全：\n1. ")
        .contains("（3项）");
  }

  @Test
  void afterTheDayItIsSaidByHowMuchItIsLate() {
    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();

    assertThat(chasing().overdueDays()).isEqualTo(3);
    assertThat(owing(BUREAU).text()).contains("已逾期3天");
  }

  @Test
  void whatWasReturnedIsAskedForAnewAndWhoReportedIsLeftAlone() {
    for (ReportLine line : lines(BUREAU)) {
      report.report(office.officer(BUREAU), line.id(), line.version(), said());
    }
    assertThat(chasing().owing()).extracting(Owing::name).doesNotContain(BUREAU);

    ReportLine first = lines(BUREAU).getFirst();
    assertThat(report.giveBack(COORDINATOR, first.id(), first.version(), "没有数字"))
        .isInstanceOf(ReportOutcome.Done.class);

    assertThat(owing(BUREAU).text()).endsWith("前报送2026年8月工作进展。退回待补报1项。");
  }

  @Test
  void beingAskedIsRemembered() {
    Round round = rounds.list(COORDINATOR).getFirst();

    int noted = chases.note(COORDINATOR, round, List.of(owing(BUREAU)), Chase.Way.CHAT);
    int notTheirs =
        chases.note(office.officer(BUREAU), round, List.of(owing(BUREAU)), Chase.Way.CHAT);

    assertThat(noted).isEqualTo(1);
    assertThat(notTheirs).isZero();
    assertThat(owing(BUREAU).chases())
        .singleElement()
        .satisfies(chase -> assertThat(chase.body()).startsWith(BUREAU));
  }

  private static Progress said() {
    return new Progress(DutyState.GOING_ON, "走访", "", "", "", "", "");
  }

  private List<ReportLine> lines(String name) {
    UUID organisation = office.organisation(name).id();
    return rounds.lines(
        COORDINATOR, rounds.list(COORDINATOR).getFirst().id(), Optional.of(organisation));
  }

  private Chasing chasing() {
    return whoOwes
        .in(COORDINATOR, rounds.list(COORDINATOR).getFirst().id(), Language.ZH)
        .orElseThrow();
  }

  private Owing owing(String name) {
    return chasing().owing().stream()
        .filter(owing -> owing.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
