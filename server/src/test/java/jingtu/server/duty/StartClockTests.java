package jingtu.server.duty;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.HandedDown.Acceptance;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Events that start the clock of a duty: who records them, what they open, and how they end. */
@WholeDuty
@Transactional
class StartClockTests {

  private static final String FARMING = "禾汀县农业农村局";
  private static final String FINANCE = "禾汀县财政局";
  private static final String WATER = "禾汀县水利局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  private static final String NOTICE = "接到书面通知后六个月内";
  private static final String DEMOLITION = "拆除活动前15个工作日";
  private static final String ACCIDENT = "发生突发事件后";

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
  private static final LocalDate EARLIER = LocalDate.of(2026, 6, 10);
  private static final LocalDate SIX_MONTHS_ON = LocalDate.of(2026, 12, 10);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired StartClock startClock;
  @Autowired HandDown handDown;
  @Autowired KeepDuties keepDuties;
  @Autowired OpenDuties openDuties;
  @Autowired Duties duties;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired JdbcClient jdbc;
  @Autowired TakeBackPlan takeBackPlan;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan;

  @BeforeEach
  void open() {
    turnTo(TODAY);
    plan = office.plan("/duty/event-plan.txt", "事件");
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void anOccurrenceIsADutyOfTheSameSentenceAndOrganisationWithADayOfItsOwn() {
    Duty whole = rectify();
    assertThat(whole.events()).containsExactly(NOTICE);
    assertThat(whole.due()).isEmpty();

    Duty started = started(farming(), whole, notice("禾环函〔2026〕12号"));

    assertThat(started.sentence()).isEqualTo(whole.sentence());
    assertThat(started.assignee()).isEqualTo(whole.assignee());
    assertThat(started.role()).isEqualTo(whole.role());
    assertThat(started.reports()).isTrue();
    assertThat(started.due()).containsExactly(new DueDay(SIX_MONTHS_ON, false));
    assertThat(started.events()).isEmpty();
    assertThat(started.handed().orElseThrow())
        .isEqualTo(
            new HandedDown(
                whole.id(),
                whole.assignee().id(),
                FARMING,
                "接到书面通知后六个月内：禾环函〔2026〕12号（2026-06-10）",
                "",
                Optional.of(SIX_MONTHS_ON),
                Acceptance.ACCEPTED,
                Optional.of(notice("禾环函〔2026〕12号"))));
    assertThat(openDay(started)).contains(SIX_MONTHS_ON);
    assertThat(duties.occurrences(COORDINATOR, whole.id())).containsExactly(started);
    assertThat(duties.parts(COORDINATOR, whole.id())).isEmpty();
    assertThat(duties.all(farming(), DutyFilter.of(plan))).contains(started, whole);
    assertThat(duties.history(farming(), started.id()))
        .extracting(change -> change.what() + " " + change.after())
        .containsExactly("clock-started " + started.words());
    assertThat(audited(started)).containsExactly("duty.clock-started");
  }

  @Test
  void anOccurrenceIsSettledByItsOwnReportAndByNoOther() {
    Duty whole = rectify();
    Duty first = started(farming(), whole, notice("甲厂"));
    Duty second = started(COORDINATOR, whole, notice("乙厂"));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();

    Progress done = new Progress(DutyState.DONE, "", "已报告", "", "", "", "");
    assertThat(report.report(farming(), lines(first).getFirst().id(), 1, done))
        .isInstanceOf(ReportOutcome.Done.class);

    assertThat(openDay(first)).isEmpty();
    assertThat(openDay(second)).contains(SIX_MONTHS_ON);
    turnTo(LocalDate.of(2026, 12, 11));
    List<DutyId> all = List.of(whole.id(), first.id(), second.id());
    assertThat(duties.lights(COORDINATOR, all))
        .containsEntry(first.id(), Light.DONE)
        .containsEntry(second.id(), Light.RED)
        .doesNotContainEntry(whole.id(), Light.RED);
    assertThat(duties.lights(office.officer(WATER), all)).isEmpty();
  }

  @Test
  void whatLiesAheadIsPlannedOnlyBeforeAnEvent() {
    Duty whole = duty("拆除活动前", FARMING);
    LocalDate planned = LocalDate.of(2026, 12, 21);

    Duty started = started(farming(), whole, new Occurrence(DEMOLITION, "宏达厂", planned));
    assertThat(started.due()).containsExactly(new DueDay(LocalDate.of(2026, 11, 30), false));

    assertThat(fault(rectify(), new Occurrence(NOTICE, "甲厂", TODAY.plusDays(1))))
        .isEqualTo("duty.occurrence.day");
    assertThat(fault(whole, new Occurrence(DEMOLITION, "乙厂", TODAY.plusYears(10).plusDays(1))))
        .isEqualTo("duty.occurrence.planned-day");
    assertThat(fault(whole, new Occurrence(DEMOLITION, "乙厂", planned), planned.plusDays(1)))
        .isEqualTo("duty.occurrence.due-before");
  }

  @Test
  void theProposedDayIsOverwrittenAndWhereThereIsNoneItIsGiven() {
    Duty whole = duty("发生突发事件后", WATER);
    Occurrence accident = new Occurrence(ACCIDENT, "渗漏", TODAY);

    assertThat(fault(whole, accident)).isEqualTo("duty.occurrence.no-due");
    assertThat(fault(whole, accident, TODAY.minusDays(1))).isEqualTo("duty.occurrence.due");
    assertThat(fault(whole, accident, TODAY.plusYears(31))).isEqualTo("duty.occurrence.due");
    Duty started = done(startClock.start(COORDINATOR, whole.id(), accident, Optional.of(TODAY)));

    assertThat(started.due()).containsExactly(new DueDay(TODAY, false));
    LocalDate overwritten = LocalDate.of(2026, 9, 1);
    assertThat(
            done(startClock.start(
                    farming(), rectify().id(), notice("甲厂"), Optional.of(overwritten)))
                .due())
        .containsExactly(new DueDay(overwritten, false));
  }

  @Test
  void aProposalIsMereReckoning() {
    Duty whole = rectify();

    assertThat(startClock.propose(farming(), whole.id(), NOTICE, EARLIER))
        .isInstanceOfSatisfying(
            ProposalOutcome.Proposed.class,
            proposed -> assertThat(proposed.proposal().due()).contains(SIX_MONTHS_ON));
    assertThat(startClock.propose(farming(), whole.id(), DEMOLITION, EARLIER))
        .isInstanceOf(ProposalOutcome.Faulty.class);
    assertThat(startClock.propose(farming(), whole.id(), NOTICE, LocalDate.MAX))
        .isInstanceOf(ProposalOutcome.Faulty.class);
    assertThat(startClock.propose(office.officer(WATER), whole.id(), NOTICE, EARLIER))
        .isInstanceOf(ProposalOutcome.Unknown.class);
    assertThat(duties.occurrences(COORDINATOR, whole.id())).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsStored() {
    Duty whole = rectify();

    assertThat(fault(whole, notice(" \n "))).isEqualTo("duty.occurrence.happening");
    assertThat(fault(whole, notice("长".repeat(StartClock.LONGEST_HAPPENING + 1))))
        .isEqualTo("duty.occurrence.happening");
    assertThat(fault(whole, new Occurrence(DEMOLITION, "甲厂", EARLIER)))
        .isEqualTo("duty.occurrence.event");
    assertThat(fault(whole, new Occurrence(NOTICE, "甲厂", LocalDate.of(2016, 7, 9))))
        .isEqualTo("duty.occurrence.day");
    assertThat(fault(duty("2026年10月底前", FINANCE), notice("甲厂")))
        .isEqualTo("duty.occurrence.no-events");
    assertThat(fault(duty("企业停产后", ""), new Occurrence("企业停产后30日内", "甲厂", EARLIER)))
        .isEqualTo("duty.occurrence.nobody");
    assertThat(duties.occurrences(COORDINATOR, whole.id())).isEmpty();
  }

  @Test
  void theSameIsRecordedOnceUntilItIsTakenBack() {
    Duty whole = rectify();
    Duty first = started(farming(), whole, notice("甲厂  二车间"));

    assertThat(fault(whole, notice(" 甲厂 二车间 "))).isEqualTo("duty.occurrence.twice");
    started(farming(), whole, notice("乙厂"));
    started(farming(), whole, new Occurrence(NOTICE, "甲厂 二车间", EARLIER.plusDays(1)));
    done(handDown.withdraw(farming(), first.id(), 1, "误登"));

    started(farming(), whole, notice("甲厂 二车间"));
    assertThat(duties.occurrences(COORDINATOR, whole.id())).hasSize(4);
  }

  @Test
  void onlyWhoseItIsAndWhoeverKeepsItRecordIt() {
    Duty whole = rectify();
    Occurrence what = notice("甲厂");

    for (Scope stranger :
        List.of(office.officer(WATER), PretendOffice.coordinator(PretendOffice.NEIGHBOUR))) {
      assertThat(startClock.start(stranger, whole.id(), what, Optional.empty()))
          .isInstanceOf(PartOutcome.Unknown.class);
    }
    keepDuties.reports(COORDINATOR, whole.id(), 1, false);
    Duty byOffice = started(COORDINATOR, whole, what);
    assertThat(byOffice.handed().orElseThrow().by()).isEmpty();
    assertThat(byOffice.reports()).isFalse();

    keepDuties.wake(COORDINATOR, List.of(whole.id()), false);
    assertThat(startClock.start(farming(), whole.id(), notice("乙厂"), Optional.empty()))
        .isInstanceOf(PartOutcome.NotYours.class);
  }

  @Test
  void whatAnEventStartedIsHandedNoFurtherAndStartsNothing() {
    Duty started = started(farming(), rectify(), notice("甲厂"));
    PartRights rights = handDown.rights(farming());

    assertThat(rights.mayHand(started)).isFalse();
    assertThat(rights.mayStart(started)).isFalse();
    assertThat(rights.mayAnswer(started)).isFalse();
    assertThat(rights.mayWithdraw(started)).isTrue();
    assertThat(handDown.hand(farming(), started.id(), List.of(part(TOWNSHIP))))
        .isInstanceOf(PartOutcome.NotYours.class);
    assertThat(handDown.offer(COORDINATOR, started.id(), 1, part(TOWNSHIP)))
        .isInstanceOf(PartOutcome.NotYours.class);
    assertThat(startClock.start(farming(), started.id(), notice("乙厂"), Optional.empty()))
        .isInstanceOf(PartOutcome.NotYours.class);
  }

  @Test
  void theSentenceIsHandedDownAsEverBesideWhatHappened() {
    Duty whole = rectify();
    Duty started = started(farming(), whole, notice("甲厂"));
    assertThat(keepDuties.passOn(COORDINATOR, started.id(), 1, office.organisation(WATER), "归水利"))
        .isInstanceOf(PartOutcome.Faulty.class);

    assertThat(handDown.hand(farming(), whole.id(), List.of(part(FARMING))))
        .isInstanceOf(PartOutcome.Faulty.class);
    assertThat(handDown.hand(COORDINATOR, whole.id(), List.of(part(WATER))))
        .isInstanceOf(PartOutcome.Done.class);
    Duty part = done(handDown.hand(farming(), whole.id(), List.of(part(TOWNSHIP))));
    Scope township = office.officer(TOWNSHIP);
    assertThat(startClock.start(township, part.id(), notice("镇上"), Optional.empty()))
        .isInstanceOf(PartOutcome.NotYours.class);

    Duty accepted = done(handDown.answer(township, part.id(), 1, true, ""));
    Duty theirs = started(township, accepted, notice("镇上"));

    assertThat(theirs.handed().orElseThrow().parent()).isEqualTo(part.id());
    assertThat(theirs.role()).isEqualTo(part.role());
    assertThat(theirs.reports()).isTrue();
    assertThat(duties.parts(COORDINATOR, whole.id())).hasSize(2);
  }

  @Test
  void whatWasRecordedByMistakeIsTakenBackByWhoMayRecordIt() {
    Duty started = started(COORDINATOR, rectify(), notice("甲厂"));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    assertThat(lines(started)).hasSize(1);

    assertThat(fault(handDown.withdraw(farming(), started.id(), 1, " ")))
        .isEqualTo("duty.part.why");
    assertThat(handDown.withdraw(office.officer(FINANCE), started.id(), 1, "误登"))
        .isInstanceOf(PartOutcome.Unknown.class);
    Duty ended = done(handDown.withdraw(farming(), started.id(), 1, "误登"));

    assertThat(ended.ended()).contains(Ended.WITHDRAWN);
    assertThat(lines(started)).isEmpty();
    assertThat(duties.history(COORDINATOR, started.id()))
        .extracting(change -> change.what() + " " + change.reason())
        .containsExactly("ended 误登", "clock-started ");
    assertThat(audited(started)).containsExactly("duty.clock-started", "duty.clock-withdrawn");
  }

  @Test
  void clocksGoOnWithWhoTheDutyIsPassedOnTo() {
    Duty whole = rectify();
    Duty started = started(farming(), whole, notice("甲厂"));

    Duty other =
        done(keepDuties.passOn(COORDINATOR, whole.id(), 1, office.organisation(WATER), "职能划转"));

    assertThat(duties.find(COORDINATOR, started.id()).orElseThrow().ended())
        .contains(Ended.PASSED_ON);
    List<Duty> running = duties.occurrences(office.officer(WATER), other.id());
    assertThat(running).hasSize(1);
    Duty goesOn = running.getFirst();
    assertThat(goesOn.assignee().name()).isEqualTo(WATER);
    assertThat(goesOn.due()).isEqualTo(started.due());
    assertThat(goesOn.reports()).isTrue();
    assertThat(goesOn.handed().flatMap(HandedDown::occurrence)).contains(notice("甲厂"));
    assertThat(openDay(goesOn)).contains(SIX_MONTHS_ON);
  }

  @Test
  void openingThePlanAgainLeavesThemAloneAndTakingItBackEndsThem() {
    Duty whole = rectify();
    Duty started = started(farming(), whole, notice("甲厂"));

    OpenDuties.Opened opened = openDuties.open(COORDINATOR, plan).orElseThrow();
    assertThat(opened.opened()).isEmpty();
    assertThat(opened.ended()).isEmpty();
    assertThat(duties.find(COORDINATOR, started.id())).contains(started);

    takeBackPlan.of(COORDINATOR, plan);
    assertThat(duties.find(COORDINATOR, started.id()).orElseThrow().ended())
        .contains(Ended.PLAN_TAKEN_BACK);
    assertThat(duties.find(COORDINATOR, whole.id()).orElseThrow().ended())
        .contains(Ended.PLAN_TAKEN_BACK);
  }

  private Scope farming() {
    return office.officer(FARMING);
  }

  private Duty rectify() {
    return duty("接到书面通知后", FARMING);
  }

  private Duty duty(String beginning, String organisation) {
    return duties.all(COORDINATOR, DutyFilter.of(plan)).stream()
        .filter(duty -> duty.sentence().startsWith(beginning) && duty.handed().isEmpty())
        .filter(
            duty ->
                organisation.isEmpty()
                    ? duty.assignee().id().isEmpty()
                    : duty.assignee().name().equals(organisation))
        .findFirst()
        .orElseThrow();
  }

  private static Occurrence notice(String happening) {
    return new Occurrence(NOTICE, happening, EARLIER);
  }

  private Part part(String organisation) {
    return new Part(
        Optional.of(office.organisation(organisation).id()), "", "核查", "", Optional.empty());
  }

  private Duty started(Scope scope, Duty whole, Occurrence what) {
    return done(startClock.start(scope, whole.id(), what, Optional.empty()));
  }

  private String fault(Duty whole, Occurrence what, LocalDate... due) {
    return fault(
        startClock.start(COORDINATOR, whole.id(), what, List.of(due).stream().findFirst()));
  }

  private static String fault(PartOutcome outcome) {
    return outcome instanceof PartOutcome.Faulty(int at, var why) ? why.key() : outcome.toString();
  }

  private static Duty done(PartOutcome outcome) {
    if (outcome instanceof PartOutcome.Done(List<Duty> parts)) {
      return parts.getFirst();
    }
    throw new AssertionError(outcome.toString());
  }

  /** The first day that nothing has settled; absent where all are. */
  private Optional<LocalDate> openDay(Duty duty) {
    return jdbc.sql("select open_day from duty where id = :id")
        .param("id", duty.id().value())
        .query((row, n) -> Optional.ofNullable(row.getObject("open_day", LocalDate.class)))
        .single();
  }

  private List<String> audited(Duty duty) {
    return jdbc.sql("select action from audit_entry where subject = :id order by sequence")
        .param("id", duty.id().value().toString())
        .query((row, n) -> row.getString("action"))
        .list();
  }

  /** The lines of a duty in the latest round-up. */
  private List<ReportLine> lines(Duty duty) {
    Round latest = rounds.list(COORDINATOR).getFirst();
    return rounds.lines(COORDINATOR, latest.id(), Optional.empty()).stream()
        .filter(line -> line.duty().equals(duty.id()))
        .toList();
  }

  private void turnTo(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), noon));
  }
}
