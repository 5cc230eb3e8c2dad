package jingtu.server.duty.refill;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.Rhythms;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.MakeSheets;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * A plan that is reported on every month, every quarter and every year (月调度、季总结、年评估): in December
 * three round-ups end on one day, and all that is told of a duty goes by one of them.
 */
@WholeDuty
@Transactional
class SeveralCyclesTests {

  private static final String FARMING = "禾汀县农业农村局";
  private static final String AREAS = "核定三类耕地的图斑和面积";

  private static final ReportingPeriod MONTH = new ReportingPeriod(LocalDate.of(2026, 12, 1), 1);
  private static final ReportingPeriod QUARTER = new ReportingPeriod(LocalDate.of(2026, 10, 1), 3);
  private static final ReportingPeriod YEAR = new ReportingPeriod(LocalDate.of(2026, 1, 1), 12);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired Rhythms rhythms;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired MakeSheets sheets;
  @Autowired GatherReports gather;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 11, 25));
    rhythms.choose(COORDINATOR, office.plan("月季年"), Set.of(1, 3, 12));
    openRounds.keep();
    say(new ReportingPeriod(LocalDate.of(2026, 11, 1), 1), DutyState.GOING_ON, "十一月");
    keepOn(LocalDate.of(2026, 12, 15));
    keepOn(LocalDate.of(2026, 12, 25));
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void theLongestOfThoseThatEndTogetherHasTheLastWord() {
    assertThat(carried(MONTH)).isEqualTo("十一月");
    turnTo(LocalDate.of(2027, 1, 4));
    say(MONTH, DutyState.GOING_ON, "十二月");
    assertThat(told()).isEqualTo("GOING_ON 十二月");
    assertThat(carried(QUARTER)).isEqualTo("十二月");
    assertThat(carried(YEAR)).isEqualTo("十二月");

    keepOn(LocalDate.of(2027, 1, 8));
    say(QUARTER, DutyState.BEHIND, "四季度");
    assertThat(told()).isEqualTo("BEHIND 四季度");
    assertThat(carried(YEAR)).isEqualTo("四季度");
    assertThat(carried(MONTH)).as("what came before it").isEqualTo("十一月");

    keepOn(LocalDate.of(2027, 1, 18));
    say(YEAR, DutyState.DONE, "全年");
    assertThat(told()).isEqualTo("DONE 全年");

    ReportLine month = line(MONTH);
    done(report.accept(COORDINATOR, month.id(), month.version()));
    assertThat(told()).as("accepting the month says nothing new").isEqualTo("DONE 全年");
    keepOn(LocalDate.of(2027, 1, 25));
    assertThat(asked(new ReportingPeriod(LocalDate.of(2027, 1, 1), 1)))
        .as("it is done, so nobody asks again")
        .isEmpty();
    assertKeptAsTheMigrationReckons();
  }

  @Test
  void itHasSoWhicheverWasWrittenDownFirst() {
    say(YEAR, DutyState.BEHIND, "全年");
    turnTo(LocalDate.of(2027, 1, 4));
    say(MONTH, DutyState.DONE, "十二月");

    assertThat(told()).isEqualTo("BEHIND 全年");
    keepOn(LocalDate.of(2027, 1, 25));
    ReportingPeriod january = new ReportingPeriod(LocalDate.of(2027, 1, 1), 1);
    assertThat(asked(january)).isPresent();
    assertThat(carried(january)).isEqualTo("全年");
    assertKeptAsTheMigrationReckons();
  }

  @Test
  void whatWasGivenBackLeavesTheWordToTheNextShorter() {
    turnTo(LocalDate.of(2027, 1, 4));
    say(MONTH, DutyState.GOING_ON, "十二月");
    say(QUARTER, DutyState.BEHIND, "四季度");
    say(YEAR, DutyState.DONE, "全年");
    ReportLine year = line(YEAR);
    done(report.giveBack(COORDINATOR, year.id(), year.version(), "没有佐证"));

    assertThat(told()).isEqualTo("BEHIND 四季度");
    keepOn(LocalDate.of(2027, 1, 25));
    assertThat(carried(new ReportingPeriod(LocalDate.of(2027, 1, 1), 1))).isEqualTo("四季度");
    assertKeptAsTheMigrationReckons();
  }

  /** The year closes last, so that it stands as not reported until the next round-up has closed. */
  @Test
  void whatIsMissingOfTheYearIsNotForgottenWithTheMonth() {
    turnTo(LocalDate.of(2027, 1, 4));
    say(MONTH, DutyState.GOING_ON, "十二月");
    say(QUARTER, DutyState.GOING_ON, "四季度");
    keepOn(LocalDate.of(2027, 1, 12));
    assertThat(unreported()).isFalse();
    keepOn(LocalDate.of(2027, 1, 21));
    assertThat(unreported()).isTrue();

    ReportLine month = line(MONTH);
    done(report.accept(COORDINATOR, month.id(), month.version()));
    assertThat(unreported()).isTrue();
    assertKeptAsTheMigrationReckons();

    keepOn(LocalDate.of(2027, 1, 25));
    say(new ReportingPeriod(LocalDate.of(2027, 1, 1), 1), DutyState.GOING_ON, "一月");
    keepOn(LocalDate.of(2027, 2, 6));
    assertThat(unreported()).isFalse();
  }

  /** What homes say of the duty and what forms of the month, the quarter and the year do. */
  private String told() {
    ReportLine asked = line(MONTH);
    String state =
        jdbc.sql("select said_state from duty where id = :id")
            .param("id", asked.duty().value())
            .query(String.class)
            .single();
    List<String> forms =
        List.of(MONTH, QUARTER, YEAR).stream()
            .map(period -> gather.of(COORDINATOR, PretendOffice.COUNTY, period))
            .map(reports -> reports.find(asked.duty()).orElseThrow().said().orElseThrow())
            .map(said -> said.state() + " " + said.progress())
            .distinct()
            .toList();
    assertThat(forms).singleElement().satisfies(words -> assertThat(words).startsWith(state));
    return forms.getFirst();
  }

  private String carried(ReportingPeriod period) {
    return sheets
        .of(COORDINATOR, round(period).id(), Optional.of(office.organisation(FARMING).id()))
        .getFirst()
        .rows()
        .stream()
        .filter(row -> row.duty().sentence().startsWith(AREAS))
        .findFirst()
        .flatMap(RoundSheet.Row::before)
        .map(Progress::progress)
        .orElse("");
  }

  private boolean unreported() {
    return jdbc.sql("select unreported from duty where id = :id")
        .param("id", line(MONTH).duty().value())
        .query(Boolean.class)
        .single();
  }

  private void assertKeptAsTheMigrationReckons() {
    String kept = "select id, said_state, open_day, unreported from duty order by id";
    List<?> before = jdbc.sql(kept).query().listOfRows();
    String script =
        DutyOffice.text("/db/migration/common/duty/V20__one_order_of_periods.sql")
            .replaceAll("(?m)^--.*$", "");
    Pattern.compile("UPDATE .*?;", Pattern.DOTALL)
        .matcher(script)
        .results()
        .forEach(statement -> jdbc.sql(statement.group().replace(";", "")).update());
    assertThat(jdbc.sql(kept).query().listOfRows()).isEqualTo(before);
  }

  private void say(ReportingPeriod period, DutyState state, String progress) {
    ReportLine line = line(period);
    String reason = state.needsReason() ? "等待资金" : "";
    done(
        report.report(
            office.officer(FARMING),
            line.id(),
            line.version(),
            new Progress(state, progress, "", "", "", reason, "")));
  }

  private static void done(ReportOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReportOutcome.Done.class);
  }

  private Round round(ReportingPeriod period) {
    return rounds.list(COORDINATOR).stream()
        .filter(round -> round.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private ReportLine line(ReportingPeriod period) {
    return asked(period).orElseThrow();
  }

  private Optional<ReportLine> asked(ReportingPeriod period) {
    UUID organisation = office.organisation(FARMING).id();
    return rounds.lines(COORDINATOR, round(period).id(), Optional.of(organisation)).stream()
        .filter(line -> office.begins(line.duty()).startsWith(AREAS))
        .findFirst();
  }

  private void keepOn(LocalDate day) {
    turnTo(day);
    openRounds.keep();
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
