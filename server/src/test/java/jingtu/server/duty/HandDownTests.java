package jingtu.server.duty;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Parts of duties, from the county down, and that they count once they were accepted. */
@WholeDuty
@Transactional
class HandDownTests {

  private static final String FARMING = "禾汀县农业农村局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
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
    turnTo(LocalDate.of(2026, 7, 10));
    plan = office.plan("分解");
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void aPartIsTheSameSentenceWithItsOwnWordsDayAndPerson() {
    Duty whole = survey();

    Duty part = hand(officer(), whole, part(TOWNSHIP, "核定三个村的图斑", LocalDate.of(2027, 3, 31)));

    assertThat(part.sentence()).isEqualTo(whole.sentence());
    assertThat(part.asked()).isEqualTo("核定三个村的图斑\n" + whole.sentence());
    assertThat(part.due()).containsExactly(new DueDay(LocalDate.of(2027, 3, 31), false));
    assertThat(part.handed().orElseThrow())
        .isEqualTo(
            new HandedDown(
                whole.id(),
                whole.assignee().id(),
                FARMING,
                "核定三个村的图斑",
                "林某 550021",
                Optional.of(LocalDate.of(2027, 3, 31)),
                Acceptance.OFFERED));
    assertThat(duties.parts(COORDINATOR, whole.id())).containsExactly(part);
    assertThat(duties.find(office.officer(TOWNSHIP), part.id())).contains(part);
  }

  @Test
  void aPartIsOverdueByItsOwnDayAndByNoneBeforeItWasHandedDown() {
    Duty whole = survey();
    Duty part = hand(officer(), whole, part(TOWNSHIP, "核定", LocalDate.of(2027, 3, 31)));
    assertThat(openDay(part)).isEqualTo(LocalDate.of(2027, 3, 31));

    Duty without =
        done(
            handDown.offer(
                officer(),
                part.id(),
                1,
                new Part(Optional.empty(), "", "核定", "", Optional.empty())));
    assertThat(openDay(without)).isEqualTo(LocalDate.of(2027, 9, 30));

    Duty often = often();
    Duty quarterly =
        hand(COORDINATOR, often, new Part(Optional.empty(), "大槐村", "", "", Optional.empty()));
    assertThat(openDay(often)).isBefore(LocalDate.of(2026, 7, 10));
    assertThat(openDay(quarterly)).isAfterOrEqualTo(LocalDate.of(2026, 7, 10));
  }

  @Test
  void whatIsHandedFurtherDownWithoutADayHasThatOfItsSuperior() {
    Duty part =
        accepted(hand(officer(), survey(), part(TOWNSHIP, "核定", LocalDate.of(2027, 3, 31))));
    Scope township = office.officer(TOWNSHIP);

    Duty village = hand(township, part, village(Optional.empty()));

    assertThat(village.due()).containsExactly(new DueDay(LocalDate.of(2027, 3, 31), false));
    assertThat(openDay(village)).isEqualTo(LocalDate.of(2027, 3, 31));
    Duty sooner =
        done(
            handDown.offer(
                township, village.id(), 1, village(Optional.of(LocalDate.of(2027, 3, 1)))));
    assertThat(sooner.due()).containsExactly(new DueDay(LocalDate.of(2027, 3, 1), false));
    assertThat(
            done(handDown.offer(
                    township, village.id(), sooner.version(), village(Optional.empty())))
                .due())
        .containsExactly(new DueDay(LocalDate.of(2027, 3, 31), false));
  }

  @Test
  void whatIsOverdueIsHandedDownWithANewDayOfItsOwn() {
    turnTo(LocalDate.of(2027, 10, 8));
    Duty whole = survey();

    assertThat(fault(whole, part(TOWNSHIP, "补做"))).isEqualTo("1 duty.part.day-needed");
    Duty part = hand(officer(), whole, part(TOWNSHIP, "补做", LocalDate.of(2027, 11, 30)));

    assertThat(part.due()).containsExactly(new DueDay(LocalDate.of(2027, 11, 30), false));
    assertThat(openDay(part)).isEqualTo(LocalDate.of(2027, 11, 30));
    assertThat(fault(handDown.offer(officer(), part.id(), 1, village(Optional.empty()))))
        .isEqualTo("duty.part.day-needed");
  }

  @Test
  void aPartThatIsPassedOnIsOfferedToTheOther() {
    Duty part = accepted(hand(COORDINATOR, survey(), part(TOWNSHIP, "核定")));

    Duty other =
        done(keepDuties.passOn(COORDINATOR, part.id(), 2, office.organisation("禾汀县水利局"), "不归该镇"));

    assertThat(other.handed().orElseThrow().acceptance()).isEqualTo(Acceptance.OFFERED);
    assertThat(other.reports()).isFalse();
    assertThat(done(handDown.answer(office.officer("禾汀县水利局"), other.id(), 1, true, "")).reports())
        .isTrue();
  }

  @Test
  void whatIsPassedOnStaysOverdueWhereItWas() {
    Duty often = often();
    LocalDate open = openDay(often);

    Duty other =
        done(keepDuties.passOn(COORDINATOR, often.id(), 1, office.organisation("禾汀县水利局"), "职能划转"));

    assertThat(openDay(other)).isEqualTo(open);
  }

  @Test
  void nobodyReportsOnAPartBeforeItWasAccepted() {
    Duty part = hand(officer(), survey(), part(TOWNSHIP, "核定三个村的图斑"));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    assertThat(lines(part)).isEmpty();

    Duty accepted = done(handDown.answer(office.officer(TOWNSHIP), part.id(), 1, true, ""));
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();

    assertThat(accepted.reports()).isTrue();
    assertThat(accepted.handed().orElseThrow().acceptance()).isEqualTo(Acceptance.ACCEPTED);
    assertThat(lines(part)).hasSize(1);
  }

  @Test
  void whoHandedItDownSeesWhatIsReportedOnItAndNothingElseOfTheOther() {
    Duty part = accepted(hand(officer(), survey(), part(TOWNSHIP, "核定")));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    ReportLine line = lines(part).getFirst();
    Progress said = new Progress(DutyState.GOING_ON, "走了两个村", "", "", "", "", "");
    assertThat(report.report(office.officer(TOWNSHIP), line.id(), 1, said))
        .isInstanceOf(ReportOutcome.Done.class);

    assertThat(rounds.lastSaid(officer(), List.of(part.id())).values())
        .extracting(last -> last.line().said())
        .containsExactly(Optional.of(said));
    UUID township = office.organisation(TOWNSHIP).id();
    assertThat(rounds.lines(officer(), line.round(), Optional.of(township)))
        .extracting(ReportLine::duty)
        .containsExactly(part.id());
    assertThat(report.report(officer(), line.id(), 2, said))
        .isInstanceOf(ReportOutcome.NotYours.class);
    assertThat(rounds.lastSaid(office.officer("禾汀县财政局"), List.of(part.id()))).isEmpty();
  }

  @Test
  void aPartThatIsNotTheirsComesBackWithTheReasonAndIsOfferedAnew() {
    Duty part = hand(officer(), survey(), part(TOWNSHIP, "核定五个村"));

    assertThat(fault(handDown.answer(office.officer(TOWNSHIP), part.id(), 1, false, " ")))
        .isEqualTo("duty.part.why");
    done(handDown.answer(office.officer(TOWNSHIP), part.id(), 1, false, "其中两个村不归本镇"));
    assertThat(handDown.answer(office.officer(TOWNSHIP), part.id(), 2, true, ""))
        .isInstanceOf(PartOutcome.NotYours.class);
    Duty again =
        done(
            handDown.offer(
                officer(),
                part.id(),
                2,
                new Part(Optional.empty(), "", "核定三个村", "", Optional.empty())));
    done(handDown.answer(office.officer(TOWNSHIP), part.id(), again.version(), true, ""));

    assertThat(duties.history(COORDINATOR, part.id()))
        .extracting(change -> change.what() + " " + change.after() + " " + change.reason())
        .containsExactly("acceptance ACCEPTED ", "offered 核定三个村 ", "acceptance DECLINED 其中两个村不归本镇");
  }

  @Test
  void whatAVillageOrEnterpriseIsAskedIsAcceptedForThemAndHandedNoFurther() {
    Duty part = accepted(hand(officer(), survey(), part(TOWNSHIP, "核定三个村")));
    Scope township = office.officer(TOWNSHIP);

    Duty village =
        hand(township, part, new Part(Optional.empty(), "大槐村", "核定本村图斑", "王某", Optional.empty()));

    assertThat(fault(handDown.answer(township, village.id(), 1, true, "")))
        .isEqualTo("duty.part.who-told");
    Duty signed = done(handDown.answer(township, village.id(), 1, true, "王某电话"));
    assertThat(signed.reports()).isFalse();
    assertThat(signed.assignee().name()).isEqualTo("大槐村");
    assertThat(duties.parts(township, part.id())).containsExactly(signed);
    assertThat(duties.find(officer(), village.id())).isEmpty();
  }

  @Test
  void takingBackTakesBackWhatWasHandedFurtherDownAndStopsAsking() {
    Duty part = accepted(hand(officer(), survey(), part(TOWNSHIP, "核定三个村")));
    Duty village =
        hand(
            office.officer(TOWNSHIP),
            part,
            new Part(Optional.empty(), "大槐村", "", "", Optional.empty()));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    assertThat(lines(part)).hasSize(1);

    assertThat(fault(handDown.withdraw(officer(), part.id(), 2, ""))).isEqualTo("duty.part.why");
    assertThat(handDown.withdraw(office.officer(TOWNSHIP), part.id(), 2, "不归我管"))
        .isInstanceOf(PartOutcome.NotYours.class);
    done(handDown.withdraw(officer(), part.id(), 2, "改由县里统一做"));

    assertThat(duties.find(COORDINATOR, part.id()).orElseThrow().ended()).contains(Ended.WITHDRAWN);
    assertThat(duties.find(COORDINATOR, village.id()).orElseThrow().ended())
        .contains(Ended.WITHDRAWN);
    assertThat(lines(part)).isEmpty();
  }

  @Test
  void whatWasReportedStaysWhenItsDutyEnds() {
    Duty part = accepted(hand(officer(), survey(), part(TOWNSHIP, "核定三个村")));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    report.report(
        office.officer(TOWNSHIP),
        lines(part).getFirst().id(),
        1,
        new Progress(DutyState.GOING_ON, "走访", "", "", "", "", ""));

    done(handDown.withdraw(officer(), part.id(), 2, "重复"));

    assertThat(lines(part)).hasSize(1);
  }

  @Test
  void partsThatCannotBeAreRefusedAndNoneIsStored() {
    Duty whole = survey();
    Part sound = part(TOWNSHIP, "核定");

    assertThat(fault(whole, sound, sound)).isEqualTo("2 duty.part.asked-already");
    assertThat(fault(whole, sound, part(FARMING, ""))).isEqualTo("2 duty.part.asked-already");
    assertThat(fault(whole, new Part(Optional.empty(), " ", "", "", Optional.empty())))
        .isEqualTo("1 duty.part.nobody");
    assertThat(fault(whole, part(TOWNSHIP, "", LocalDate.of(2026, 7, 9))))
        .isEqualTo("1 duty.part.past");
    assertThat(fault(whole, part(TOWNSHIP, "", LocalDate.of(2027, 10, 1))))
        .isEqualTo("1 duty.part.too-late");
    assertThat(fault(whole, part(TOWNSHIP, "长".repeat(HandDown.LONGEST_CONTENT + 1))))
        .isEqualTo("1 duty.part.long");
    assertThat(duties.parts(COORDINATOR, whole.id())).isEmpty();

    Duty part = accepted(hand(officer(), whole, sound));
    assertThat(handDown.hand(office.officer(TOWNSHIP), part.id(), List.of(part("禾汀县水利局", "上交"))))
        .isInstanceOfSatisfying(
            PartOutcome.Faulty.class,
            faulty -> assertThat(faulty.why().key()).isEqualTo("duty.part.not-below"));
  }

  @Test
  void onlyWhoseItIsAndTheOfficeHandDown() {
    Duty whole = survey();
    List<Part> wanted = List.of(part(TOWNSHIP, "核定"));

    assertThat(handDown.hand(office.officer("禾汀县水利局"), whole.id(), wanted))
        .isInstanceOf(PartOutcome.Unknown.class);
    assertThat(
            handDown.hand(PretendOffice.coordinator(PretendOffice.NEIGHBOUR), whole.id(), wanted))
        .isInstanceOf(PartOutcome.Unknown.class);
    Duty offered = hand(COORDINATOR, whole, wanted.getFirst());
    assertThat(offered.handed().orElseThrow().by()).isEmpty();
    assertThat(
            handDown.hand(
                office.officer(TOWNSHIP),
                offered.id(),
                List.of(new Part(Optional.empty(), "大槐村", "", "", Optional.empty()))))
        .isInstanceOf(PartOutcome.NotYours.class);
    assertThat(handDown.answer(office.officer(TOWNSHIP), offered.id(), 7, true, ""))
        .isInstanceOf(PartOutcome.Stale.class);
  }

  @Test
  void openingThePlanAgainLeavesPartsAloneAndEndsThoseOfWhatIsGone() {
    Duty part = hand(officer(), survey(), part(TOWNSHIP, "核定"));

    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().ended()).isEmpty();

    assertThat(duties.find(COORDINATOR, part.id())).contains(part);
  }

  @Test
  void aPlanThatIsTakenBackKeepsWhatWasHandedDownAndStopsAsking() {
    Duty whole = survey();
    Duty part = accepted(hand(officer(), whole, part(TOWNSHIP, "核定")));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();
    Round running = rounds.list(COORDINATOR).getFirst();

    takeBackPlan.of(COORDINATOR, plan);

    assertThat(duties.find(COORDINATOR, whole.id()).orElseThrow().ended())
        .contains(Ended.PLAN_TAKEN_BACK);
    assertThat(duties.history(COORDINATOR, part.id())).isNotEmpty();
    assertThat(rounds.lines(COORDINATOR, running.id(), Optional.empty())).isEmpty();
  }

  @Test
  void aDutyIsPassedOnToAnotherWhoHasItFromThenOn() {
    Duty whole = survey();
    Duty part = hand(officer(), whole, part(TOWNSHIP, "核定"));
    turnTo(LocalDate.of(2026, 7, 25));
    openRounds.keep();

    assertThat(keepDuties.passOn(officer(), whole.id(), 1, office.organisation("禾汀县水利局"), "职能划转"))
        .isInstanceOf(PartOutcome.NotYours.class);
    Duty other =
        done(keepDuties.passOn(COORDINATOR, whole.id(), 1, office.organisation("禾汀县水利局"), "职能划转"));

    assertThat(other.assignee().name()).isEqualTo("禾汀县水利局");
    assertThat(other.due()).isEqualTo(whole.due());
    assertThat(duties.find(COORDINATOR, whole.id()).orElseThrow().ended())
        .contains(Ended.PASSED_ON);
    assertThat(duties.find(COORDINATOR, part.id()).orElseThrow().ended()).contains(Ended.WITHDRAWN);
    assertThat(lines(whole)).isEmpty();
    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().opened()).isEmpty();
    Duty back =
        done(keepDuties.passOn(COORDINATOR, other.id(), 1, office.organisation(FARMING), "划转有误"));
    assertThat(back.ended()).isEmpty();
  }

  private Scope officer() {
    return office.officer(FARMING);
  }

  /** What the bureau has to do with others, due on the last of September 2027. */
  private Duty survey() {
    return duties.all(COORDINATOR, DutyFilter.of(plan)).stream()
        .filter(duty -> duty.sentence().startsWith("核定三类耕地"))
        .filter(duty -> duty.assignee().name().equals(FARMING))
        .findFirst()
        .orElseThrow();
  }

  /** What comes round every quarter, and was due before today. */
  private Duty often() {
    return duties.all(COORDINATOR, DutyFilter.of(plan)).stream()
        .filter(duty -> duty.sentence().startsWith("县财政局每季度"))
        .filter(duty -> duty.assignee().name().equals("禾汀县财政局"))
        .findFirst()
        .orElseThrow();
  }

  private LocalDate openDay(Duty duty) {
    return jdbc.sql("select open_day from duty where id = :id")
        .param("id", duty.id().value())
        .query(LocalDate.class)
        .single();
  }

  private Part part(String organisation, String content, LocalDate... due) {
    return new Part(
        Optional.of(office.organisation(organisation).id()),
        "",
        content,
        "林某 550021",
        List.of(due).stream().findFirst());
  }

  private static Part village(Optional<LocalDate> due) {
    return new Part(Optional.empty(), "大槐村", "", "", due);
  }

  private Duty hand(Scope scope, Duty whole, Part part) {
    return done(handDown.hand(scope, whole.id(), List.of(part)));
  }

  private Duty accepted(Duty part) {
    return done(handDown.answer(office.officer(TOWNSHIP), part.id(), 1, true, ""));
  }

  private String fault(Duty whole, Part... wanted) {
    PartOutcome outcome = handDown.hand(officer(), whole.id(), List.of(wanted));
    return outcome instanceof PartOutcome.Faulty(int at, var why)
        ? at + " " + why.key()
        : outcome.toString();
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
