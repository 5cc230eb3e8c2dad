package jingtu.server.duty;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.HandedDown.Acceptance;
import jingtu.server.duty.ReportingDuties.Beat;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Rounds;
import jingtu.server.plan.CorrectEntry;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.plan.Validity;
import jingtu.server.plan.revision.ChangeLife;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of duties whose plan is replaced, withdrawn or put away, and is so no more. */
@WholeDuty
@Transactional
class FollowLivesTests {

  private static final String FARMING = "禾汀县农业农村局";
  private static final String ECOLOGY = "东临市生态环境局禾汀分局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  /** A round-up of July is open on it. */
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 25);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired FollowLives followLives;
  @Autowired ChangeLife changeLife;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired CorrectEntry correctEntry;
  @Autowired Plans plans;
  @Autowired Duties duties;
  @Autowired PartRows partRows;
  @Autowired HandDown handDown;
  @Autowired OpenDuties openDuties;
  @Autowired ReportingDuties reportingDuties;
  @Autowired PlansInForce plansInForce;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan;

  @BeforeEach
  void open() {
    turnTo(TODAY);
    plan = office.plan("旧");
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void aWithdrawnPlanAsksNothingUntilThatIsTakenBack() {
    Duty handed = duty("核定三类耕地", FARMING);
    Duty part = accepted(handed);
    openRounds.keep();
    Duty done = duty("对老旧堆场开展踏勘", ECOLOGY);
    say(done, DutyState.DONE);
    Duty going = duty("对查实的点位", ECOLOGY);
    say(going, DutyState.GOING_ON);
    List<Duty> before = all(plan);

    changed(
        changeLife.withdraw(
            COORDINATOR, plan, Optional.of(new Life.Withdrawal(TODAY, "禾政发〔2026〕9号")), 0));

    assertThat(all(plan)).extracting(Duty::id).containsExactly(done.id());
    assertThat(found(part).ended()).contains(Ended.PLAN_NOT_IN_FORCE);
    assertThat(duties.history(COORDINATOR, handed.id()))
        .extracting(DutyChange::what, DutyChange::reason)
        .containsExactly(tuple("ended", "禾政发〔2026〕9号"));
    assertThat(asked()).containsExactlyInAnyOrder(done.id(), going.id());
    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().opened()).isEmpty();
    followLives.followAll();
    assertThat(all(plan)).extracting(Duty::id).containsExactly(done.id());

    changed(changeLife.withdraw(COORDINATOR, plan, Optional.empty(), 1));

    assertThat(all(plan))
        .extracting(Duty::id)
        .containsExactlyElementsOf(before.stream().map(Duty::id).toList());
    assertThat(found(part).ended()).isEmpty();
    assertThat(found(part).handed().orElseThrow().acceptance()).isEqualTo(Acceptance.ACCEPTED);
    assertThat(partRows.openDay(handed.id())).contains(LocalDate.of(2027, 9, 30));
    assertThat(partRows.openDay(done.id())).isEmpty();
  }

  @Test
  void aPlanIsAskedUntilTheDayOnWhichTheNewerVersionStandsInItsPlace() {
    PlanId newer = office.plan("新");
    openRounds.keep();
    Set<DutyId> ofOld = ids(all(plan));
    Set<DutyId> ofNew = ids(all(newer));
    Set<DutyId> inJuly = asked();
    assertThat(inJuly).containsAnyElementsOf(ofOld).containsAnyElementsOf(ofNew);

    changed(changeLife.revise(COORDINATOR, newer, plan, LocalDate.of(2026, 8, 1), 0));
    followLives.followAll();
    assertThat(ids(all(plan))).isEqualTo(ofOld);

    turnTo(LocalDate.of(2026, 8, 1));
    followLives.followAll();

    assertThat(all(plan)).isEmpty();
    assertThat(ids(all(newer))).isEqualTo(ofNew);
    assertThat(asked()).as("July is still told of").isEqualTo(inJuly);
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();
    assertThat(asked()).isNotEmpty().isSubsetOf(ofNew);

    changed(changeLife.reviseNoMore(COORDINATOR, newer, 1));
    assertThat(ids(all(plan))).isEqualTo(ofOld);
  }

  @Test
  void aPlanIsAskedAgainWhenTheVersionThatReplacedItIsTakenBack() {
    PlanId newer = office.plan("新");
    Set<DutyId> before = ids(all(plan));
    changed(changeLife.revise(COORDINATOR, newer, plan, TODAY, 0));
    assertThat(all(plan)).isEmpty();

    takeBackPlan.of(COORDINATOR, newer);

    assertThat(ids(all(plan))).isEqualTo(before);
  }

  @Test
  void aPlanThatIsPutAwayIsAskedAgainWhenItIsTakenOut() {
    Set<DutyId> before = ids(all(plan));
    changed(changeLife.archive(COORDINATOR, plan, Optional.of(TODAY), 0));
    assertThat(all(plan)).isEmpty();

    changed(changeLife.archive(COORDINATOR, plan, Optional.empty(), 1));

    assertThat(ids(all(plan))).isEqualTo(before);
  }

  @Test
  void ofAPlanWhoseDaysAreOverOnlyWhatWasNotSettledIsReportedOn() {
    valid(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

    assertThat(monthly(LocalDate.of(2026, 6, 1))).contains("对查实的点位逐一提出封存意见", "县农业农村局要于2026年4月18日前");
    assertThat(monthly(LocalDate.of(2026, 7, 1)))
        .contains("县农业农村局要于2026年4月18日前")
        .doesNotContain("对查实的点位逐一提出封存意见");

    valid(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 12, 31));

    assertThat(monthly(LocalDate.of(2026, 7, 1))).isEmpty();
    assertThat(monthly(LocalDate.of(2026, 8, 1))).contains("对查实的点位逐一提出封存意见");
  }

  /** The plan is of 10 March 2026. */
  @Test
  void nobodyIsAskedAboutAPeriodThatEndedBeforeThePlanWasIssued() {
    assertThat(monthly(LocalDate.of(2026, 2, 1))).isEmpty();
    assertThat(monthly(LocalDate.of(2026, 3, 1))).contains("对查实的点位逐一提出封存意见");
  }

  private List<String> monthly(LocalDate first) {
    List<Duty> monthly = reportingDuties.of(new Beat(PretendOffice.COUNTY, 1));
    return plansInForce.asked(monthly, first, first.plusMonths(1).minusDays(1)).stream()
        .filter(duty -> duty.origin().plan().equals(Optional.of(plan)))
        .map(duty -> office.begins(duty.id()))
        .toList();
  }

  private void valid(LocalDate from, LocalDate to) {
    RegisterEntry entry = plans.findSummary(COORDINATOR, plan).orElseThrow().entry();
    RegisterEntry corrected =
        new RegisterEntry(
            entry.title(),
            entry.number(),
            entry.issuer(),
            entry.issuedOn(),
            entry.kind(),
            entry.level(),
            new Validity(Optional.of(from), Optional.of(to)),
            entry.parent());
    assertThat(correctEntry.of(COORDINATOR, plan, corrected))
        .isInstanceOf(CorrectEntry.Outcome.Corrected.class);
  }

  private static void changed(LifeOutcome outcome) {
    assertThat(outcome).isInstanceOf(LifeOutcome.Changed.class);
  }

  private List<Duty> all(PlanId of) {
    return Stream.of(DutyFilter.of(of), DutyFilter.of(of).thatSleep())
        .flatMap(filter -> duties.all(COORDINATOR, filter).stream())
        .toList();
  }

  private static Set<DutyId> ids(List<Duty> duties) {
    return duties.stream().map(Duty::id).collect(Collectors.toSet());
  }

  private Duty duty(String begins, String organisation) {
    return all(plan).stream()
        .filter(duty -> duty.sentence().startsWith(begins))
        .filter(duty -> duty.assignee().name().equals(organisation))
        .findFirst()
        .orElseThrow();
  }

  private Duty found(Duty duty) {
    return duties.find(COORDINATOR, duty.id()).orElseThrow();
  }

  private Duty accepted(Duty whole) {
    Part wanted =
        new Part(
            Optional.of(office.organisation(TOWNSHIP).id()), "", "核定三个村", "", Optional.empty());
    PartOutcome handed = handDown.hand(office.officer(FARMING), whole.id(), List.of(wanted));
    Duty part = ((PartOutcome.Done) handed).parts().getFirst();
    handDown.answer(office.officer(TOWNSHIP), part.id(), 1, true, "");
    return part;
  }

  /** The duties of the two plans that the latest round-up of a month asks about. */
  private Set<DutyId> asked() {
    return lines().map(ReportLine::duty).collect(Collectors.toSet());
  }

  private Stream<ReportLine> lines() {
    var latest =
        rounds.list(COORDINATOR).stream()
            .filter(round -> round.period().months() == 1)
            .max((one, other) -> one.period().first().compareTo(other.period().first()))
            .orElseThrow();
    return rounds.lines(COORDINATOR, latest.id(), Optional.empty()).stream();
  }

  private void say(Duty duty, DutyState state) {
    ReportLine line =
        lines().filter(each -> each.duty().equals(duty.id())).findFirst().orElseThrow();
    Progress said = new Progress(state, "已踏勘", "", "", "", "", "");
    assertThat(report.report(office.officer(ECOLOGY), line.id(), line.version(), said))
        .isInstanceOf(ReportOutcome.Done.class);
  }

  private void turnTo(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), noon));
  }
}
