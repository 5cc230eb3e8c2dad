package jingtu.server.duty.round.countersign;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.Assignee;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.PartOutcome;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.home.OrganisationHomes;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.countersign.Countersign.What;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Countersigning: who asks whom, who signs, and what becomes of a signature when its report does
 * not stay as it was. The bureau reports on the sentence; farming leads with it, water takes part,
 * and the township carries it out.
 */
@WholeDuty
@Transactional
class CountersignTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String FARMING = "禾汀县农业农村局";
  private static final String WATER = "禾汀县水利局";
  private static final String FINANCE = "禾汀县财政局";
  private static final String TOWNSHIP = "石漪镇人民政府";
  private static final String SENTENCE = "对老旧堆场开展踏勘";
  private static final Signature AGREES = new Signature(true, "");
  private static final Signature OBJECTS = new Signature(false, " 漏了三处堆场 ");

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired Duties duties;
  @Autowired KeepDuties keepDuties;
  @Autowired TakeBackPlan takeBack;
  @Autowired ReportProgress report;
  @Autowired AskCountersigns ask;
  @Autowired AnswerCountersign answer;
  @Autowired Countersigns countersigns;
  @Autowired OrganisationHomes homes;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan = new PlanId(new UUID(0, 0));

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 8, 25));
    plan = office.plan("会签");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void theOtherOrganisationsOfTheSentenceMayBeAsked() {
    assertThat(choices(line(BUREAU, SENTENCE))).containsExactlyInAnyOrder(FARMING, WATER, TOWNSHIP);
    assertThat(choices(line(FARMING, "核定三类")))
        .as("those asleep too")
        .containsExactlyInAnyOrder(FINANCE, TOWNSHIP);
    assertThat(choices(line(BUREAU, "自2026年7月起")))
        .as("nobody outside the directory")
        .isSubsetOf(TOWNSHIP);
    ReportLine line = reported("踏勘两处");
    assertThat(ask(line, FINANCE))
        .isInstanceOfSatisfying(
            CountersignOutcome.Faulty.class,
            faulty -> assertThat(faulty.why().key()).isEqualTo("countersign.not-called"));
    assertThat(ask(line, BUREAU)).isInstanceOf(CountersignOutcome.Faulty.class);
    assertThat(ask(line)).isInstanceOf(CountersignOutcome.Faulty.class);
    done(ask(line, WATER, TOWNSHIP));
    assertThat(choices(line)).containsExactly(FARMING);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, false, countersign.nothing-said",
    "REPORTED, true, ",
    "RETURNED, true, ",
    "ACCEPTED, false, countersign.accepted",
  })
  void whatSaysSomethingAndIsNotAcceptedMayBeSigned(String status, boolean may, String why) {
    ReportLine line = line(BUREAU, SENTENCE);
    if (!status.equals("OPEN")) {
      line = reported("踏勘两处");
    }
    if (status.equals("RETURNED")) {
      done(report.giveBack(COORDINATOR, line.id(), line.version(), "请会签"));
    }
    if (status.equals("ACCEPTED")) {
      done(report.accept(COORDINATOR, line.id(), line.version()));
    }

    assertThat(ask.mayAsk(COORDINATOR, line.id())).isEqualTo(may);
    if (may) {
      done(ask(line, WATER));
    } else {
      assertThat(ask(line, WATER))
          .isInstanceOfSatisfying(
              CountersignOutcome.OutOfTurn.class,
              late -> assertThat(late.why().key()).isEqualTo(why));
      assertThat(states(line)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "officer of the bureau, Done",
    "coordinator of the county, Done",
    "coordinator of the city, Done",
    "officer of water, Unknown",
    "officer of farming, Unknown",
    "coordinator next door, Unknown",
    "administrator, Unknown",
  })
  void whoeverMayWriteTheReportAsksAndWithdraws(String who, String becomes) {
    ReportLine line = reported("踏勘两处");
    assertThat(ask.ask(somebody(who), line.id(), ids(WATER)).getClass().getSimpleName())
        .isEqualTo(becomes);
    done(ask(line, WATER, FARMING));
    assertThat(ask.withdraw(somebody(who), id(line, FARMING)).getClass().getSimpleName())
        .isEqualTo(becomes);
  }

  @Test
  void whoSeesALineWithoutWritingItSeesWhoSignedAndAsksNobody() {
    Scope township = PretendOffice.coordinator(PretendOffice.TOWNSHIP);
    ReportLine line = line(TOWNSHIP, SENTENCE);
    ReportLine said =
        done(report.report(office.officer(TOWNSHIP), line.id(), line.version(), said("走访")));
    done(ask.ask(office.officer(TOWNSHIP), said.id(), ids(WATER)));

    assertThat(ask.ask(township, said.id(), ids(FARMING)))
        .isEqualTo(new CountersignOutcome.NotYours());
    assertThat(ask.withdraw(township, id(said, WATER)))
        .isEqualTo(new CountersignOutcome.NotYours());
    assertThat(ask.mayAsk(township, said.id())).isFalse();
    assertThat(countersigns.of(township, said.id())).hasSize(1);
    assertThat(countersigns.of(office.officer(WATER), said.id())).isEmpty();
  }

  @Test
  void askingTwiceChangesNothing() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));
    done(sign(WATER, line, AGREES));
    List<Countersign> before = countersigns.of(COORDINATOR, line.id());

    done(ask(line, WATER, FARMING));

    assertThat(countersigns.of(COORDINATOR, line.id())).isEqualTo(before).hasSize(2);
    assertThat(audited("countersign.asked")).isEqualTo(1);
  }

  @Test
  void whoIsAskedSeesWhatItHasToSignAndNothingElse() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER));

    ToSign waiting = countersigns.toSign(office.officer(WATER)).getFirst();

    assertThat(countersigns.toSign(office.officer(WATER))).hasSize(1);
    assertThat(waiting.period())
        .isEqualTo(ReportingPeriod.containing(LocalDate.of(2026, 8, 25), 1));
    assertThat(waiting.sentence()).startsWith(SENTENCE);
    assertThat(waiting.reporter()).isEqualTo(BUREAU);
    assertThat(waiting.said()).isEqualTo(said("踏勘两处"));
    assertThat(waiting.version()).isEqualTo(line.version());
    assertThat(waiting.again()).isFalse();
    assertThat(homes.of(office.officer(WATER)).toSign()).isEqualTo(1);
    assertThat(rounds.list(office.officer(WATER), List.of(line.id()))).isEmpty();
    assertThat(rounds.history(office.officer(WATER), line.id())).isEmpty();
    for (Scope other :
        List.of(
            office.officer(FARMING),
            office.officer(BUREAU),
            PretendOffice.coordinator(PretendOffice.NEIGHBOUR),
            PretendOffice.coordinator(PretendOffice.TOWNSHIP),
            as(Role.ADMINISTRATOR, office.officer(WATER)))) {
      assertThat(countersigns.toSign(other)).as(other.username()).isEmpty();
      assertThat(countersigns.number(other)).isZero();
      assertThat(homes.of(other).toSign()).isZero();
      assertThat(answer.answer(other, waiting.id(), line.version(), AGREES, "电话"))
          .as(other.username())
          .isEqualTo(new CountersignOutcome.Unknown());
    }
    assertThat(countersigns.toSign(COORDINATOR)).containsExactly(waiting);
    assertThat(homes.of(COORDINATOR).toSign()).isZero();
  }

  @Test
  void itAnswersOnceAndObjectsInWords() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));

    assertThat(sign(WATER, line, new Signature(false, " ")))
        .isInstanceOf(CountersignOutcome.Faulty.class);
    assertThat(sign(WATER, line, new Signature(true, "字".repeat(Signature.LONGEST + 1))))
        .isInstanceOf(CountersignOutcome.Faulty.class);
    done(sign(WATER, line, OBJECTS));
    done(sign(FARMING, line, AGREES));
    assertThat(sign(WATER, line, AGREES)).isInstanceOf(CountersignOutcome.OutOfTurn.class);

    assertThat(states(line))
        .isEqualTo(Map.of(WATER, SignState.OBJECTED, FARMING, SignState.AGREED));
    assertThat(steps(line, WATER))
        .extracting(Countersign.Step::what, Countersign.Step::words, Countersign.Step::by)
        .containsExactly(
            tuple(What.OBJECTED, "漏了三处堆场", "officer of " + WATER),
            tuple(What.ASKED, "", "officer of " + BUREAU));
    assertThat(steps(line, WATER).getFirst().at()).isEqualTo(clock.instant());
    assertThat(countersigns.toSign(office.officer(WATER))).isEmpty();
    assertThat(countersigns.tallies(COORDINATOR, List.of(line.id())))
        .isEqualTo(Map.of(line.id(), new CountersignTally(0, 1, 1)));
    assertThat(countersigns.tallies(office.officer(WATER), List.of(line.id()))).isEmpty();
  }

  @Test
  void whoeverCoordinatesItsRegionWritesDownWhatItTold() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, TOWNSHIP));
    Scope township = PretendOffice.coordinator(PretendOffice.TOWNSHIP);

    assertThat(answer.answer(COORDINATOR, id(line, WATER), line.version(), AGREES, " "))
        .isInstanceOf(CountersignOutcome.Faulty.class);
    done(answer.answer(COORDINATOR, id(line, WATER), line.version(), AGREES, " 水利局来电 "));
    done(answer.answer(township, id(line, TOWNSHIP), line.version(), OBJECTS, "镇长当面"));

    assertThat(steps(line, WATER).getFirst())
        .extracting(Countersign.Step::what, Countersign.Step::toldBy, Countersign.Step::by)
        .containsExactly(What.AGREED, "水利局来电", COORDINATOR.username());
    assertThat(steps(line, TOWNSHIP).getFirst().toldBy()).isEqualTo("镇长当面");
  }

  @Test
  void whatIsSaidAnewIsSignedAnew() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING, TOWNSHIP));
    done(sign(WATER, line, AGREES));
    done(sign(FARMING, line, OBJECTS));

    ReportLine anew = again(line, said("踏勘五处"));

    assertThat(states(anew))
        .isEqualTo(
            Map.of(WATER, SignState.VOID, FARMING, SignState.VOID, TOWNSHIP, SignState.WAITING));
    assertThat(steps(anew, WATER))
        .extracting(Countersign.Step::what)
        .containsExactly(What.VOIDED, What.AGREED, What.ASKED);
    assertThat(steps(anew, WATER).getFirst().by()).isEqualTo("officer of " + BUREAU);
    assertThat(countersigns.toSign(office.officer(WATER)))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.again()).isTrue();
              assertThat(waiting.said().progress()).isEqualTo("踏勘五处");
            });
    assertThat(sign(WATER, line, AGREES)).isEqualTo(new CountersignOutcome.Stale());
    done(sign(WATER, anew, AGREES));
    assertThat(states(anew)).containsEntry(WATER, SignState.AGREED);

    ReportLine steady = again(anew, new Progress(DutyState.STEADY, "踏勘五处", "", "", "", "", ""));
    assertThat(states(steady)).as("another state").containsEntry(WATER, SignState.VOID);
  }

  @Test
  void aSignatureStaysWhileTheReportSaysTheSame() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER));
    done(sign(WATER, line, AGREES));
    jdbc.sql("update report_line set files = :file where id = :id")
        .param("file", UUID.randomUUID().toString())
        .param("id", line.id().value())
        .update();

    ReportLine same = again(line, said("踏勘两处"));
    ReportLine returned = done(report.giveBack(COORDINATOR, same.id(), same.version(), "附件"));
    again(returned, said("踏勘两处"));

    assertThat(states(line)).containsEntry(WATER, SignState.AGREED);
  }

  @Test
  void acceptingEndsWhatWaitsAndNothingMoreHappens() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));
    done(sign(WATER, line, AGREES));
    ReportLine accepted = done(report.accept(COORDINATOR, line.id(), line.version()));
    int known = rounds.history(COORDINATOR, line.id()).size();

    assertThat(states(line)).isEqualTo(Map.of(WATER, SignState.AGREED, FARMING, SignState.ENDED));
    assertThat(steps(line, FARMING).getFirst())
        .extracting(Countersign.Step::what, Countersign.Step::by)
        .containsExactly(What.ENDED, COORDINATOR.username());
    assertThat(countersigns.toSign(office.officer(FARMING))).isEmpty();
    assertThat(ask(line, TOWNSHIP)).isInstanceOf(CountersignOutcome.OutOfTurn.class);
    for (String name : List.of(WATER, FARMING)) {
      assertThat(sign(name, accepted, OBJECTS)).isInstanceOf(CountersignOutcome.OutOfTurn.class);
      assertThat(ask.withdraw(COORDINATOR, id(line, name)))
          .isInstanceOf(CountersignOutcome.OutOfTurn.class);
    }
    assertThat(line(BUREAU, SENTENCE)).isEqualTo(accepted);
    assertThat(rounds.history(COORDINATOR, line.id())).hasSize(known);

    ReportLine open = done(report.reopen(COORDINATOR, line.id(), accepted.version(), "复核"));
    assertThat(states(open)).isEqualTo(Map.of(WATER, SignState.AGREED, FARMING, SignState.ENDED));
    again(open, said("踏勘五处"));
    done(ask(open, FARMING));
    assertThat(states(open)).isEqualTo(Map.of(WATER, SignState.VOID, FARMING, SignState.WAITING));
  }

  @Test
  void nobodyIsAskedAboutADutyThatHasEnded() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));

    passOn(WATER, FINANCE);
    assertThat(states(line))
        .as("the duty for which water was asked has ended")
        .isEqualTo(Map.of(WATER, SignState.ENDED, FARMING, SignState.WAITING));
    assertThat(choices(line)).containsExactlyInAnyOrder(FINANCE, TOWNSHIP);

    passOn(BUREAU, "禾汀县数据局");
    assertThat(states(line)).as("its own duty").containsEntry(FARMING, SignState.ENDED);
    assertThat(choices(line)).isEmpty();
  }

  @Test
  void nobodyIsAskedAboutAPlanThatWasTakenBack() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER));

    takeBack.of(COORDINATOR, plan);

    assertThat(countersigns.toSign(office.officer(WATER))).isEmpty();
    assertThat(states(line)).isEqualTo(Map.of(WATER, SignState.ENDED));
  }

  @Test
  void whatWasWithdrawnIsTakenBackByAskingAgainAndWhatWasSignedStays() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));
    done(sign(FARMING, line, OBJECTS));

    done(ask.withdraw(COORDINATOR, id(line, WATER)));
    done(ask.withdraw(COORDINATOR, id(line, WATER)));
    assertThat(countersigns.toSign(office.officer(WATER))).isEmpty();
    assertThat(sign(WATER, line, AGREES)).isInstanceOf(CountersignOutcome.OutOfTurn.class);
    done(ask(line, WATER));

    assertThat(steps(line, WATER))
        .extracting(Countersign.Step::what)
        .containsExactly(What.ASKED, What.WITHDRAWN, What.ASKED);
    done(sign(WATER, line, AGREES));
    assertThat(ask.withdraw(COORDINATOR, id(line, FARMING)))
        .isInstanceOf(CountersignOutcome.OutOfTurn.class);
    assertThat(states(line))
        .isEqualTo(Map.of(WATER, SignState.AGREED, FARMING, SignState.OBJECTED));
  }

  @Test
  void theAuditSaysWhoAskedWhomAndWhatWasAnswered() {
    ReportLine line = reported("踏勘两处");
    done(ask(line, WATER, FARMING));
    done(ask.withdraw(COORDINATOR, id(line, FARMING)));
    done(answer.answer(COORDINATOR, id(line, WATER), line.version(), OBJECTS, "来电"));

    assertThat(
            jdbc
                .sql(
                    """
                    select actor, action, subject, detail from audit_entry
                    where action like 'countersign.%' order by sequence
                    """)
                .query()
                .listOfRows()
                .stream()
                .map(row -> row.values().stream().map(String::valueOf).toList()))
        .extracting(cells -> cells.get(0), cells -> cells.get(1), cells -> cells.get(2))
        .containsExactly(
            tuple("officer of " + BUREAU, "countersign.asked", line.id().value().toString()),
            tuple(COORDINATOR.username(), "countersign.withdrawn", line.id().value().toString()),
            tuple(COORDINATOR.username(), "countersign.objected", line.id().value().toString()));
  }

  private Scope somebody(String who) {
    return switch (who) {
      case "officer of the bureau" -> office.officer(BUREAU);
      case "officer of water" -> office.officer(WATER);
      case "officer of farming" -> office.officer(FARMING);
      case "coordinator of the county" -> COORDINATOR;
      case "coordinator of the city" -> PretendOffice.coordinator(PretendOffice.CITY);
      case "coordinator next door" -> PretendOffice.coordinator(PretendOffice.NEIGHBOUR);
      case "administrator" -> as(Role.ADMINISTRATOR, office.officer(BUREAU));
      default -> throw new AssertionError(who);
    };
  }

  private static Scope as(Role role, Scope scope) {
    return new Scope(scope.account(), role.name(), role, scope.region(), scope.organisation());
  }

  /** What the bureau says of the sentence. */
  private ReportLine reported(String progress) {
    return again(line(BUREAU, SENTENCE), said(progress));
  }

  private ReportLine again(ReportLine line, Progress progress) {
    return done(report.report(office.officer(BUREAU), line.id(), line.version(), progress));
  }

  private CountersignOutcome ask(ReportLine line, String... names) {
    return ask.ask(office.officer(BUREAU), line.id(), ids(names));
  }

  private CountersignOutcome sign(String name, ReportLine seen, Signature signature) {
    return answer.answer(office.officer(name), id(seen, name), seen.version(), signature, "");
  }

  private void passOn(String name, String whom) {
    Duty duty =
        duties.page(COORDINATOR, DutyFilter.of(plan), Optional.empty(), 500).duties().stream()
            .filter(each -> each.assignee().name().equals(name))
            .filter(each -> each.sentence().startsWith(SENTENCE) && each.ended().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(
            keepDuties.passOn(
                COORDINATOR, duty.id(), duty.version(), office.organisation(whom), "职能划转"))
        .isInstanceOf(PartOutcome.Done.class);
  }

  private List<String> choices(ReportLine line) {
    return ask.choices(COORDINATOR, line.id()).stream().map(Assignee::name).toList();
  }

  private Map<String, SignState> states(ReportLine line) {
    return countersigns.of(COORDINATOR, line.id()).stream()
        .collect(Collectors.toMap(Countersign::name, Countersign::state));
  }

  private List<Countersign.Step> steps(ReportLine line, String name) {
    return of(line, name).steps();
  }

  private UUID id(ReportLine line, String name) {
    return of(line, name).id();
  }

  private Countersign of(ReportLine line, String name) {
    return countersigns.of(COORDINATOR, line.id()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Set<UUID> ids(String... names) {
    return Arrays.stream(names)
        .map(name -> office.organisation(name).id())
        .collect(Collectors.toSet());
  }

  private long audited(String action) {
    return jdbc.sql("select count(*) from audit_entry where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  private ReportLine line(String name, String begins) {
    Round round = rounds.list(COORDINATOR).getFirst();
    return rounds
        .lines(COORDINATOR, round.id(), Optional.of(office.organisation(name).id()))
        .stream()
        .filter(line -> office.begins(line.duty()).startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  private static Progress said(String progress) {
    return new Progress(DutyState.GOING_ON, progress, "", "", "", "", "");
  }

  private static void done(CountersignOutcome outcome) {
    assertThat(outcome).isEqualTo(new CountersignOutcome.Done());
  }

  private static ReportLine done(ReportOutcome outcome) {
    if (outcome instanceof ReportOutcome.Done(ReportLine line)) {
      return line;
    }
    throw new AssertionError(outcome.toString());
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
