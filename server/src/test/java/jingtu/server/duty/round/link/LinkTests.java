package jingtu.server.duty.round.link;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.Channel;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.link.AnswerByLink.Shown;
import jingtu.server.edge.Problem;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.SecretToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** One-time links: who makes them, what they show and take, and that they show nothing else. */
@WholeDuty
@Transactional
class LinkTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String FINANCE = "禾汀县财政局";
  private static final LocalDate OPENED = LocalDate.of(2026, 8, 25);
  private static final LocalDate DUE = LocalDate.of(2026, 9, 7);
  private static final Teller TELLER = new Teller(" 韩冬 ", "0371-60000000");

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired Duties duties;
  @Autowired ReportProgress report;
  @Autowired MakeLink makeLink;
  @Autowired ReportingLinks links;
  @Autowired AnswerByLink answers;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void open() {
    turnTo(OPENED);
    office.plan("链接");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void itShowsTheLinesOfItsOrganisationInItsRoundUpAndNothingElse() {
    MakeLink.Outcome.Made made = made(BUREAU);

    Answer answer = answers.open(shown(made));

    assertThat(answer.link().name()).isEqualTo(BUREAU);
    assertThat(answer.round()).isEqualTo(round());
    assertThat(answer.rows()).hasSize(3);
    assertThat(answer.rows()).extracting(row -> row.line()).isEqualTo(lines(BUREAU));
    assertThat(rounds.lines(made.link().scope(), round().id(), Optional.empty()))
        .isEqualTo(lines(BUREAU));
    assertThat(links.list(made.link().scope(), round().id())).isEmpty();
    assertThat(makeLink.days(made.link().scope(), round().id())).isEmpty();
  }

  @Test
  void whatIsSaidByItIsKeptWithWhoToldIt() {
    MakeLink.Outcome.Made made = made(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();

    ReportOutcome first = answers.report(shown(made), line.id(), 1, said("走访"), TELLER);
    ReportOutcome better = answers.report(shown(made), line.id(), 2, said("走访三次"), TELLER);

    assertThat(first).isInstanceOf(ReportOutcome.Done.class);
    assertThat(better).isEqualTo(new ReportOutcome.Done(lines(BUREAU).getFirst()));
    ReportLine now = lines(BUREAU).getFirst();
    assertThat(now.status()).isEqualTo(LineStatus.REPORTED);
    assertThat(now.channel()).contains(Channel.LINK);
    assertThat(now.toldBy()).isEqualTo("韩冬 0371-60000000");
    assertThat(now.changedBy()).isEqualTo("韩冬 0371-60000000");
    assertThat(now.late()).isFalse();
    assertThat(rounds.history(COORDINATOR, line.id()))
        .extracting(change -> change.said().orElseThrow().progress())
        .containsExactly("走访三次", "走访");
  }

  @Test
  void aLineOfAnotherOrganisationOrAnotherRoundUpIsUnknownToIt() {
    ReportLine foreign = lines(FINANCE).getFirst();
    turnTo(LocalDate.of(2026, 9, 25));
    openRounds.keep();
    ReportLine other = lines(BUREAU).getFirst();
    Round before = rounds.list(COORDINATOR).get(1);
    MakeLink.Outcome.Made made = made(before, BUREAU);

    assertThat(other.round()).isNotEqualTo(before.id());
    for (ReportLine line : List.of(foreign, other)) {
      assertThat(answers.report(shown(made), line.id(), 1, said("走访"), TELLER))
          .isEqualTo(new ReportOutcome.Unknown());
    }
    assertThat(lines(BUREAU).getFirst()).isEqualTo(other);
  }

  @Test
  void whatChangedSinceIsNotOverwritten() {
    MakeLink.Outcome.Made made = made(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();
    report.report(office.officer(BUREAU), line.id(), 1, said("另一人填的"));

    assertThat(answers.report(shown(made), line.id(), 1, said("走访"), TELLER))
        .isEqualTo(new ReportOutcome.Stale(lines(BUREAU).getFirst()));
  }

  @Test
  void filesThatHungThereStay() {
    MakeLink.Outcome.Made made = made(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();
    UUID file = UUID.randomUUID();
    jdbc.sql("update report_line set files = :file, duty_state = 'GOING_ON' where id = :id")
        .param("file", file.toString())
        .param("id", line.id().value())
        .update();

    answers.report(shown(made), line.id(), 1, said("走访"), TELLER);

    assertThat(lines(BUREAU).getFirst().said().orElseThrow().files())
        .extracting(each -> each.value())
        .containsExactly(file);
  }

  @Test
  void afterTheRoundUpIsClosedItTakesWhatIsLate() {
    MakeLink.Outcome.Made made = made(BUREAU);
    turnTo(DUE.plusDays(1));
    openRounds.keep();

    ReportLine line = lines(BUREAU).getFirst();
    assertThat(line.missing()).isTrue();
    assertThat(answers.report(shown(made), line.id(), line.version(), said("走访"), TELLER))
        .isInstanceOf(ReportOutcome.Done.class);
    assertThat(lines(BUREAU).getFirst().late()).isTrue();
  }

  @Test
  void handedInItWritesNothingMoreAndShowsWhatWasHandedIn() {
    MakeLink.Outcome.Made made = made(BUREAU);
    List<ReportLine> asked = lines(BUREAU);
    answers.report(shown(made), asked.getFirst().id(), 1, said("走访"), TELLER);
    assertThat(answers.handIn(shown(made), TELLER).link().handedIn())
        .map(ReportingLink.Step::by)
        .contains("韩冬 0371-60000000");
    clock.turn(Duration.ofHours(1));
    report.report(office.officer(BUREAU), asked.getFirst().id(), 2, said("后来改的"));
    report.report(office.officer(BUREAU), asked.getLast().id(), 1, said("后来填的"));

    Answer answer = answers.open(shown(made));

    assertThat(answer.rows())
        .extracting(row -> answer.said(row).map(Progress::progress).orElse("—"))
        .containsExactly("走访", "—", "—");
    assertThatThrownBy(
            () -> answers.report(shown(made), asked.getLast().id(), 2, said("走访"), TELLER))
        .hasMessageStartingWith("409 link.handed-in");
    assertThatThrownBy(() -> answers.handIn(shown(made), TELLER))
        .hasMessageStartingWith("409 link.handed-in");
  }

  @Test
  void nothingIsHandedInBeforeAnythingIsSaid() {
    MakeLink.Outcome.Made made = made(BUREAU);

    assertThatThrownBy(() -> answers.handIn(shown(made), TELLER)).isInstanceOf(Problem.class);
    assertThat(answers.open(shown(made)).link().handedIn()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 13800000000, link.needs-name",
    "韩冬, '', link.needs-telephone",
    "韩冬, 无, link.needs-telephone",
    "韩冬, 139, link.needs-telephone",
    "韩冬, +86 (371) 6000-0000, ",
    "韩冬, 6000000, "
  })
  void whoWritesGivesNameAndTelephone(String name, String telephone, String fault) {
    ReportLine line = lines(BUREAU).getFirst();
    ReportOutcome outcome =
        answers.report(shown(made(BUREAU)), line.id(), 1, said("走访"), new Teller(name, telephone));

    if (fault == null) {
      assertThat(outcome).isInstanceOf(ReportOutcome.Done.class);
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              ReportOutcome.Faulty.class,
              faulty -> assertThat(faulty.why().key()).isEqualTo(fault));
    }
  }

  @Test
  void anotherLinkOfTheOrganisationWithdrawsTheOneBefore() {
    MakeLink.Outcome.Made other = made(FINANCE);
    MakeLink.Outcome.Made first = made(BUREAU);
    MakeLink.Outcome.Made second = made(BUREAU);

    opensNothing(shown(first));
    answers.open(shown(second));
    answers.open(shown(other));
    assertThat(links.list(COORDINATOR, round().id()))
        .filteredOn(link -> link.name().equals(BUREAU))
        .extracting(link -> link.withdrawn().isPresent())
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void theListTellsHowItWasUsed() {
    MakeLink.Outcome.Made made = made(BUREAU);
    answers.open(shown(made));
    answers.open(shown(made));
    clock.turn(Duration.ofMinutes(5));
    answers.report(shown(made), lines(BUREAU).getFirst().id(), 1, said("走访"), TELLER);

    ReportingLink link = links.list(COORDINATOR, round().id()).getFirst();

    assertThat(link.uses()).isEqualTo(2);
    assertThat(link.lastUsed()).contains(clock.instant());
    assertThat(link.lastDay()).isEqualTo(DUE.plusDays(7));
    assertThat(links.withdraw(COORDINATOR, link.id()).orElseThrow().withdrawn())
        .map(ReportingLink.Step::by)
        .contains(COORDINATOR.username());
    opensNothing(shown(made));
  }

  @Test
  void whoeverKeepsTheRoundUpMakesAndWithdrawsLinks() {
    UUID bureau = office.organisation(BUREAU).id();
    ReportingLink link = made(BUREAU).link();

    assertThat(makeLink.make(office.officer(BUREAU), round().id(), bureau, Optional.empty()))
        .isEqualTo(new MakeLink.Outcome.NotKept());
    assertThat(
            makeLink.make(
                PretendOffice.coordinator(PretendOffice.NEIGHBOUR),
                round().id(),
                bureau,
                Optional.empty()))
        .isEqualTo(new MakeLink.Outcome.UnknownRound());
    assertThat(makeLink.make(COORDINATOR, round().id(), UUID.randomUUID(), Optional.empty()))
        .isEqualTo(new MakeLink.Outcome.NothingAsked());
    assertThat(links.withdraw(office.officer(BUREAU), link.id())).isEmpty();
    assertThat(links.list(office.officer(BUREAU), round().id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-24, false",
    "2026-08-25, true",
    "2026-12-06, true",
    "2026-12-07, false",
  })
  void itLastsFromTodayToNinetyDaysAfterTheRoundUpIsDue(LocalDate lastDay, boolean allowed) {
    MakeLink.Outcome outcome =
        makeLink.make(
            COORDINATOR, round().id(), office.organisation(BUREAU).id(), Optional.of(lastDay));

    assertThat(outcome instanceof MakeLink.Outcome.Made).isEqualTo(allowed);
  }

  @Test
  void theTokenIsStoredNowhereAndTheAuditNamesLinkAndOrganisation() {
    MakeLink.Outcome.Made made = made(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();
    answers.open(shown(made));
    answers.report(shown(made), line.id(), 1, said("走访"), TELLER);
    answers.handIn(shown(made), TELLER);

    String audit =
        jdbc
            .sql("select actor, action, subject, detail from audit_entry order by sequence")
            .query()
            .listOfRows()
            .stream()
            .map(row -> String.join(" ", row.values().stream().map(String::valueOf).toList()))
            .collect(Collectors.joining("\n"));
    String link = made.link().id().toString();
    assertThat(audit)
        .contains("link.made " + link + " " + BUREAU)
        .contains("link " + link + " link.opened " + link + " " + BUREAU)
        .contains(
            "link %s round.reported %s LINK %s"
                .formatted(link, line.id().value(), line.organisation()))
        .contains("link " + link + " link.handed-in " + link + " " + BUREAU)
        .doesNotContain(made.token().secret());
    assertThat(
            jdbc.sql("select * from reporting_link where id = :id")
                .param("id", made.link().id())
                .query()
                .singleRow()
                .values())
        .doesNotContain(made.token().secret())
        .contains(made.token().hash());
  }

  private void opensNothing(Shown shown) {
    assertThatThrownBy(() -> answers.open(shown)).hasMessageStartingWith("404 link.unknown");
  }

  private MakeLink.Outcome.Made made(String name) {
    return made(round(), name);
  }

  private MakeLink.Outcome.Made made(Round round, String name) {
    MakeLink.Outcome outcome =
        makeLink.make(COORDINATOR, round.id(), office.organisation(name).id(), Optional.empty());
    return switch (outcome) {
      case MakeLink.Outcome.Made made -> made;
      case MakeLink.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  private static Shown shown(MakeLink.Outcome.Made made) {
    return new Shown(new SecretToken(made.token().secret()), "198.51.100.90");
  }

  private static Progress said(String progress) {
    return new Progress(DutyState.GOING_ON, progress, "", "", "", "", "");
  }

  private Round round() {
    return rounds.list(COORDINATOR).getFirst();
  }

  private List<ReportLine> lines(String name) {
    return rounds.lines(COORDINATOR, round().id(), Optional.of(office.organisation(name).id()));
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
