package jingtu.server.duty.round;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.TurnableClock;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.DutyOutcome;
import jingtu.server.duty.HandDown;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.OpenDuties;
import jingtu.server.duty.Part;
import jingtu.server.duty.PartOutcome;
import jingtu.server.duty.WholeDuty;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the office decides while a round-up runs reaches it; what was reported stays. */
@WholeDuty
@Transactional
class AlignLinesTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String FARMING = "禾汀县农业农村局";
  private static final String FINANCE = "禾汀县财政局";
  private static final String WATER = "禾汀县水利局";
  private static final String TOWNSHIP = "石漪镇人民政府";
  private static final String SURVEY = "对老旧堆场开展踏勘";
  private static final Map<String, Integer> AT_FIRST =
      Map.of(BUREAU, 3, TOWNSHIP, 2, FARMING, 2, FINANCE, 2);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired Standings standings;
  @Autowired ReportProgress report;
  @Autowired Duties duties;
  @Autowired KeepDuties keepDuties;
  @Autowired HandDown handDown;
  @Autowired OpenDuties openDuties;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan = new PlanId(new UUID(0, 0));

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 7, 25));
    plan = office.plan("进行中");
    openRounds.keep();
    turnTo(LocalDate.of(2026, 7, 26));
    assertThat(counted()).isEqualTo(AT_FIRST);
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void whoeverADutyIsPassedOnToReportsInThisPeriod() {
    Duty survey = duty(BUREAU, SURVEY);

    Duty other =
        done(
            keepDuties.passOn(
                COORDINATOR, survey.id(), survey.version(), office.organisation(FINANCE), "职能划转"));

    assertThat(line(survey.id())).isEmpty();
    assertThat(line(other.id())).isPresent();
    assertThat(counted()).isEqualTo(Map.of(BUREAU, 2, TOWNSHIP, 2, FARMING, 2, FINANCE, 3));
    assertThatLinesStandInOrder();
  }

  @Test
  void whatIsWokenIsAskedAndWhatSleepsAgainIsNot() {
    List<DutyId> asleep =
        duties.all(COORDINATOR, DutyFilter.of(plan).thatSleep()).stream().map(Duty::id).toList();

    assertThat(keepDuties.wake(COORDINATOR, asleep, true)).hasSize(2);

    assertThat(counted()).isEqualTo(Map.of(BUREAU, 3, TOWNSHIP, 4, FARMING, 2, FINANCE, 2));
    assertThatLinesStandInOrder();
    say(asleep.getFirst());
    keepDuties.wake(COORDINATOR, asleep, false);
    assertThat(line(asleep.getFirst())).isPresent();
    assertThat(line(asleep.getLast())).isEmpty();
    assertThat(counted()).isEqualTo(Map.of(BUREAU, 3, TOWNSHIP, 3, FARMING, 2, FINANCE, 2));
  }

  @Test
  void thoseWhomANameMeansAreAskedInThisPeriod() {
    keepDuties.assign(
        COORDINATOR,
        plan,
        "县土壤污染防治领导小组成员单位",
        Set.of(office.organisation(FINANCE), office.organisation(WATER)));

    assertThat(counted())
        .isEqualTo(Map.of(BUREAU, 3, TOWNSHIP, 2, FARMING, 2, FINANCE, 3, WATER, 1));
    assertThatLinesStandInOrder();
  }

  @Test
  void aSecondPlanIsAskedInTheRoundUpThatRuns() {
    office.plan("又一份");

    assertThat(counted()).isEqualTo(Map.of(BUREAU, 6, TOWNSHIP, 4, FARMING, 4, FINANCE, 4));
    assertThatLinesStandInOrder();
    openRounds.keep();
    assertThat(rounds.list(COORDINATOR)).hasSize(1);
  }

  @Test
  void anotherLeadIsAskedAndTheOneBeforeIsNot() {
    Duty first = duty(BUREAU, SURVEY);
    Duty second = duty(FARMING, SURVEY);
    assertThat(line(second.id())).isEmpty();

    changed(keepDuties.reports(COORDINATOR, first.id(), first.version(), false));
    changed(keepDuties.reports(COORDINATOR, second.id(), second.version(), true));

    assertThat(line(first.id())).isEmpty();
    assertThat(line(second.id())).isPresent();
    assertThat(counted()).isEqualTo(Map.of(BUREAU, 2, TOWNSHIP, 2, FARMING, 3, FINANCE, 2));
    assertThatLinesStandInOrder();
  }

  @Test
  void aReportStaysWhoeverReportsFromNowOn() {
    Duty first = duty(BUREAU, SURVEY);
    say(first.id());

    changed(keepDuties.reports(COORDINATOR, first.id(), first.version(), false));

    assertThat(line(first.id()).flatMap(ReportLine::said)).isPresent();
    assertThat(counted()).isEqualTo(AT_FIRST);
  }

  @Test
  void aPartIsAskedOnceItIsAccepted() {
    Duty survey = duty(BUREAU, SURVEY);
    Part wanted =
        new Part(Optional.of(office.organisation(FINANCE).id()), "", "核一处", "", Optional.empty());
    Duty part = done(handDown.hand(COORDINATOR, survey.id(), List.of(wanted)));
    assertThat(line(part.id())).isEmpty();

    done(handDown.answer(office.officer(FINANCE), part.id(), part.version(), true, ""));

    assertThat(line(part.id())).isPresent();
    assertThat(counted()).containsEntry(FINANCE, 3);
  }

  @Test
  void whatIsInThePlanAgainIsAskedAgain() {
    Duty survey = duty(BUREAU, SURVEY);
    jdbc.sql("update duty set ended_reason = 'NOT_IN_PLAN' where id = :id")
        .param("id", survey.id().value())
        .update();
    jdbc.sql("delete from report_line where duty_id = :id")
        .param("id", survey.id().value())
        .update();

    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().opened()).hasSize(1);

    assertThat(line(survey.id())).isPresent();
    assertThat(counted()).isEqualTo(AT_FIRST);
  }

  /** It was due on 2026-08-07; on the day after it is about to be closed. */
  @Test
  void nobodyIsAskedWhenTheDayIsOver() {
    turnTo(LocalDate.of(2026, 8, 8));

    office.plan("又一份");

    assertThat(counted()).isEqualTo(AT_FIRST);
  }

  /** The lines of the round-up that runs, as they are counted beside it. */
  private Map<String, Integer> counted() {
    return standings.of(COORDINATOR, round().id()).stream()
        .collect(Collectors.toMap(Standing::name, Standing::lines));
  }

  private void assertThatLinesStandInOrder() {
    List<DutyId> asked = lines().stream().map(ReportLine::duty).toList();
    assertThat(asked)
        .containsExactlyElementsOf(duties.list(COORDINATOR, asked).stream().map(Duty::id).toList());
  }

  private void say(DutyId duty) {
    ReportLine line = line(duty).orElseThrow();
    Progress said = new Progress(DutyState.GOING_ON, "走访", "", "", "", "", "");
    assertThat(report.reportOnBehalf(COORDINATOR, line.id(), line.version(), said, "电话"))
        .isInstanceOf(ReportOutcome.Done.class);
  }

  private Duty duty(String organisation, String begins) {
    return duties.all(COORDINATOR, DutyFilter.of(plan)).stream()
        .filter(duty -> duty.assignee().name().equals(organisation))
        .filter(duty -> duty.sentence().startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  private Round round() {
    return rounds.list(COORDINATOR).getFirst();
  }

  private List<ReportLine> lines() {
    return rounds.lines(COORDINATOR, round().id(), Optional.empty());
  }

  private Optional<ReportLine> line(DutyId duty) {
    return lines().stream().filter(line -> line.duty().equals(duty)).findFirst();
  }

  private static Duty done(PartOutcome outcome) {
    assertThat(outcome).isInstanceOf(PartOutcome.Done.class);
    return ((PartOutcome.Done) outcome).parts().getFirst();
  }

  private static void changed(DutyOutcome outcome) {
    assertThat(outcome).isInstanceOf(DutyOutcome.Changed.class);
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
