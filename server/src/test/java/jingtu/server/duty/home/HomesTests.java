package jingtu.server.duty.home;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.Light;
import jingtu.server.duty.Rhythms;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.home.LeaderHome.Chapter;
import jingtu.server.duty.home.OrganisationHome.OwedLine;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.Standing;
import jingtu.server.duty.round.Standings;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What homes count and list, held against a table of lights and against the lists they lead to. */
@WholeDuty
@Transactional
class HomesTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String FARMING = "禾汀县农业农村局";
  private static final String FINANCE = "禾汀县财政局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired Standings standings;
  @Autowired ReportProgress report;
  @Autowired KeepDuties keepDuties;
  @Autowired Duties duties;
  @Autowired Rhythms rhythms;
  @Autowired CoordinatorHomes coordinators;
  @Autowired OrganisationHomes organisations;
  @Autowired LeaderHomes leaders;
  @Autowired DueDuties dueDuties;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan = new PlanId(new UUID(0, 0));

  /** A line of the table. */
  private record Row(String organisation, String begins, String said, List<Light> lights) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          cells[0], cells[1], cells[2], List.of(Light.valueOf(cells[3]), Light.valueOf(cells[4])));
    }
  }

  private static List<Row> table() {
    return DutyOffice.lines("/duty/expected-lights.csv").map(Row::of).toList();
  }

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 8, 25));
    plan = office.plan("首页");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void eachDutyShowsTheLightThatWasReckoned() {
    sayAugust();
    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();
    assertThat(lights()).containsExactlyInAnyOrderElementsOf(expected(0));

    turnTo(LocalDate.of(2026, 11, 2));
    openRounds.keep();
    assertThat(lights()).containsExactlyInAnyOrderElementsOf(expected(1));
  }

  @Test
  void aFigureOfTheLeaderIsTheNumberOfTheListItLeadsTo() {
    sayAugust();
    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();
    LeaderHome home = leaders.of(COORDINATOR);

    int figures = 0;
    for (Light light : Light.values()) {
      figures += same(home.lights(), light, none(), none(), Optional.empty());
      for (Chapter chapter : home.chapters()) {
        figures +=
            same(chapter.lights(), light, Optional.of(chapter.heading()), none(), Optional.empty());
      }
      for (var each : home.organisations()) {
        if (each.id().isPresent()) {
          figures += same(each.lights(), light, Optional.empty(), each.id(), Optional.empty());
        }
      }
      for (var each : home.townships()) {
        figures += same(each.lights(), light, Optional.empty(), none(), Optional.of(each.code()));
      }
    }
    assertThat(figures).isGreaterThan(25);
    assertThat(home.chapters()).extracting(Chapter::heading).containsExactly("一、主要任务", "二、保障措施");
    assertThat(home.townships())
        .singleElement()
        .satisfies(each -> assertThat(each.name()).isEqualTo("石漪镇"));
    assertThat(home.organisations().get(0).name()).isEqualTo(FARMING);
    assertThat(home.organisations())
        .filteredOn(each -> each.id().isEmpty())
        .singleElement()
        .satisfies(
            each ->
                assertThat((long) each.lights().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(
                        number(COORDINATOR, new DutyFocus(none(), none(), none(), none(), true))));
    for (News news : News.values()) {
      assertThat(home.news().get(news))
          .as("%s", news)
          .isEqualTo((int) number(COORDINATOR, focus(none(), none(), Optional.of(news))));
    }
    assertThat(home.targets()).isZero();
  }

  @Test
  void whatChangedThisWeekIsTold() {
    sayAugust();
    ReportLine line = line(BUREAU, "对老旧堆场开展踏勘");
    ReportLine accepted = done(report.accept(COORDINATOR, line.id(), line.version()));
    assertThat(leaders.of(COORDINATOR).news())
        .containsEntry(News.ACCEPTED, 1)
        .containsEntry(News.MOVED, 0)
        .containsEntry(News.REOPENED, 0);

    ReportLine again = done(report.reopen(COORDINATOR, accepted.id(), accepted.version(), "数字不对"));
    done(say(BUREAU, again, DutyState.BEHIND));
    LeaderHome home = leaders.of(COORDINATOR);

    assertThat(home.news())
        .containsEntry(News.ACCEPTED, 1)
        .containsEntry(News.MOVED, 1)
        .containsEntry(News.REOPENED, 1);
    assertThat(home.moved())
        .extracting(LeaderHome.Moved::name, LeaderHome.Moved::before, LeaderHome.Moved::now)
        .containsExactly(tuple(BUREAU, "GOING_ON", "BEHIND"));

    turnTo(LocalDate.of(2026, 9, 2));
    assertThat(leaders.of(COORDINATOR).news().values()).containsOnly(0);
    turnTo(LocalDate.of(2026, 11, 6));
    assertThat(leaders.of(COORDINATOR).news()).containsEntry(News.OVERDUE, 2);
    turnTo(LocalDate.of(2026, 11, 8));
    assertThat(leaders.of(COORDINATOR).news()).containsEntry(News.OVERDUE, 0);
  }

  @Test
  void theCoordinatorSeesWhatIsDueTheEarliestFirst() {
    turnTo(LocalDate.of(2026, 10, 1));
    CoordinatorHome home = coordinators.of(COORDINATOR, Within.OVERDUE);

    assertThat(home.due())
        .extracting(DueDuty::name, duty -> duty.day().orElseThrow())
        .containsExactly(
            tuple("县土壤污染防治领导小组成员单位", LocalDate.of(2026, 3, 31)),
            tuple(FINANCE, LocalDate.of(2026, 3, 31)),
            tuple(FARMING, LocalDate.of(2026, 4, 18)));
    assertThat(coordinators.of(COORDINATOR, Within.DAYS_30).due())
        .extracting(DueDuty::name, duty -> duty.day().orElseThrow())
        .containsExactly(
            tuple(BUREAU, LocalDate.of(2026, 10, 31)), tuple(TOWNSHIP, LocalDate.of(2026, 10, 31)));
    for (Within within : Within.values()) {
      assertThat(home.counts().get(within))
          .as("%s", within)
          .isEqualTo(coordinators.of(COORDINATOR, within).due().size())
          .isEqualTo((int) number(COORDINATOR, focus(Optional.of(within), none(), none())));
    }
    turnTo(LocalDate.of(2026, 10, 31));
    assertThat(coordinators.of(COORDINATOR, Within.TODAY).due())
        .extracting(DueDuty::name)
        .containsExactly(BUREAU, TOWNSHIP);
  }

  @Test
  void theCoordinatorSeesWhoWaitsAndWhoIsSilent() {
    say(FARMING, line(FARMING, "核定三类耕地"), DutyState.GOING_ON);
    clock.turn(Duration.ofHours(1));
    ReportLine said = done(say(BUREAU, line(BUREAU, "对老旧堆场"), DutyState.GOING_ON));
    done(say(BUREAU, line(BUREAU, "对查实"), DutyState.DONE));
    ReportLine returned = done(say(FINANCE, line(FINANCE, "核定三类"), DutyState.GOING_ON));
    done(report.giveBack(COORDINATOR, returned.id(), returned.version(), "没有数字"));

    CoordinatorHome home = coordinators.of(COORDINATOR, Within.TODAY);

    assertThat(home.toCheck().reports()).isEqualTo(3);
    assertThat(home.toCheck().organisations()).isEqualTo(2);
    assertThat(home.toCheck().longest())
        .extracting(CoordinatorHome.Waiting::name, CoordinatorHome.Waiting::reports)
        .containsExactly(tuple(FARMING, 1), tuple(BUREAU, 2));
    assertThat(home.silent()).hasSize(1);
    CoordinatorHome.SilentRound silent = home.silent().getFirst();
    assertThat(silent.organisations())
        .extracting(
            CoordinatorHome.Silent::name,
            CoordinatorHome.Silent::open,
            CoordinatorHome.Silent::returned)
        .containsExactly(
            tuple(FINANCE, 1, 1), tuple(TOWNSHIP, 2, 0), tuple(BUREAU, 1, 0), tuple(FARMING, 1, 0));
    assertThat(silent.total()).isEqualTo(4);
    assertThat(silent.lines()).isEqualTo(6);
    assertThat(silent.organisations().get(1).lacks().getFirst()).startsWith("对老旧堆场开展踏勘");
    assertThat(
            rounds.lines(COORDINATOR, said.round(), Optional.of(office.organisation(BUREAU).id())))
        .filteredOn(line -> line.status() == LineStatus.REPORTED)
        .hasSize(2);

    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();
    assertThat(coordinators.of(COORDINATOR, Within.TODAY).silent())
        .singleElement()
        .satisfies(last -> assertThat(last.round().closed()).isPresent());
  }

  /**
   * The round-up of the year closes in January, when that of January itself runs already: what
   * began last is not what closed last.
   */
  @Test
  void aRoundUpThatClosedLatelyIsToldBesideThoseThatRun() {
    rhythms.choose(COORDINATOR, plan, Set.of(1, 12));
    keepOn("2026-09-08", "2026-12-15", "2026-12-25", "2027-01-06", "2027-01-21");
    assertThat(silent()).containsExactly("2026-01-01 P12 2027-01-21", "2026-12-01 P1 2027-01-06");
    assertThat(coordinators.of(COORDINATOR, Within.TODAY).silent().getFirst().total()).isEqualTo(4);

    keepOn("2027-01-25");
    assertThat(silent()).containsExactly("2027-01-01 P1 -", "2026-01-01 P12 2027-01-21");
    assertThat(
            organisations.of(office.officer(FARMING)).missing().stream()
                .map(owed -> named(owed.round())))
        .containsExactly(
            "2027-01-01 P1 -", "2026-01-01 P12 2027-01-21", "2026-12-01 P1 2027-01-06");

    keepOn("2027-02-05");
    assertThat(silent()).containsExactly("2027-01-01 P1 -", "2026-01-01 P12 2027-01-21");
    keepOn("2027-02-06");
    assertThat(silent()).containsExactly("2027-01-01 P1 2027-02-06");
    turnTo(LocalDate.of(2027, 2, 23));
    assertThat(silent()).as("the last that closed").containsExactly("2027-01-01 P1 2027-02-06");
  }

  private void keepOn(String... days) {
    for (String day : days) {
      turnTo(LocalDate.parse(day));
      openRounds.keep();
    }
  }

  private List<String> silent() {
    return coordinators.of(COORDINATOR, Within.TODAY).silent().stream()
        .map(each -> named(each.round()))
        .toList();
  }

  private static String named(Round round) {
    return round.period().first()
        + " P"
        + round.period().months()
        + " "
        + round.closed().map(LocalDate::toString).orElse("-");
  }

  @Test
  void theCoordinatorSeesWhatAPlanAsks() {
    CoordinatorHome.ToConfirm asks =
        coordinators.of(COORDINATOR, Within.TODAY).toConfirm().stream()
            .filter(each -> each.plan().equals(plan))
            .findFirst()
            .orElseThrow();

    assertThat((long) asks.asleep())
        .isPositive()
        .isEqualTo(
            duties.page(COORDINATOR, DutyFilter.of(plan).thatSleep(), Optional.empty(), 1).total());
    assertThat(asks.names()).isPositive();
    assertThat(asks.unassigned()).isGreaterThanOrEqualTo(asks.names());
  }

  @Test
  void anOrganisationSeesWhatItIsAskedAndWhatCameBack() {
    ReportLine returned = done(say(FARMING, line(FARMING, "核定三类耕地"), DutyState.GOING_ON));
    done(report.giveBack(COORDINATOR, returned.id(), returned.version(), "没有数字"));

    OrganisationHome home = organisations.of(office.officer(FARMING));

    assertThat(home.name()).isEqualTo(FARMING);
    assertThat(home.ahead()).extracting(DueDuty::name).containsOnly(FARMING);
    assertThat(home.ahead().getFirst().day()).contains(LocalDate.of(2026, 4, 18));
    assertThat(home.lights()).containsEntry(Light.RED, 1);
    assertThat(home.missing())
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.lines()).isEqualTo(2);
              assertThat(owed.open()).isEqualTo(1);
              assertThat(owed.returned()).isEqualTo(1);
              assertThat(owed.owed())
                  .extracting(OwedLine::status, OwedLine::reason)
                  .containsExactly(tuple(LineStatus.RETURNED, "没有数字"), tuple(LineStatus.OPEN, ""));
            });
  }

  @Test
  void nobodySeesWhatIsSomebodyElses() {
    Scope township = office.officer(TOWNSHIP);

    assertThat(organisations.of(township).ahead()).extracting(DueDuty::name).containsOnly(TOWNSHIP);
    assertThat(number(township, focus(Optional.of(Within.OVERDUE), none(), none()))).isZero();
    for (Within within : Within.values()) {
      assertThat(dueDuties.due(township, within, 100))
          .extracting(DueDuty::name)
          .allMatch(TOWNSHIP::equals);
    }
    Scope neighbour = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);
    CoordinatorHome home = coordinators.of(neighbour, Within.OVERDUE);
    assertThat(home.duties()).isZero();
    assertThat(home.due()).isEmpty();
    assertThat(home.toCheck().longest()).isEmpty();
    assertThat(home.silent()).isEmpty();
    assertThat(home.toConfirm()).isEmpty();
    assertThat(leaders.of(neighbour).lights()).isEmpty();
    assertThat(organisations.of(neighbour).organisation()).isEmpty();
  }

  @Test
  void whatIsKeptIsWhatTheMigrationReckonsOutOfAllReports() {
    sayAugust();
    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();
    turnTo(LocalDate.of(2026, 9, 26));
    openRounds.keep();
    ReportLine late = done(say(FINANCE, line(FINANCE, "县财政局每季度"), DutyState.GOING_ON));
    ReportLine returned = done(say(FARMING, line(FARMING, "核定三类耕地"), DutyState.STEADY));
    done(report.giveBack(COORDINATOR, returned.id(), returned.version(), "没有数字"));
    done(report.accept(COORDINATOR, late.id(), late.version()));
    List<String> kept = kept();
    assertThat(kept).anyMatch(row -> row.contains("true")).anyMatch(row -> row.contains("2026-"));

    jdbc.sql("update duty set unreported = false").update();
    jdbc.sql("delete from round_count").update();
    Pattern statements =
        Pattern.compile("^(UPDATE|INSERT) .*?;$", Pattern.MULTILINE | Pattern.DOTALL);
    for (String script : List.of("V7__homes.sql", "V16__at_a_glance.sql")) {
      statements
          .matcher(DutyOffice.text("/db/migration/common/duty/" + script))
          .results()
          .forEach(statement -> jdbc.sql(statement.group().replace(";", "")).update());
    }

    assertThat(kept()).isEqualTo(kept);
  }

  private List<String> kept() {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        jdbc
            .sql("select id, said_state, open_day, unreported from duty order by id")
            .query()
            .listOfRows()
            .stream()
            .map(row -> row.values().toString())
            .toList());
    rows.addAll(
        jdbc
            .sql("select * from round_count order by round_id, organisation_id")
            .query()
            .listOfRows()
            .stream()
            .map(row -> row.values().toString())
            .toList());
    return rows;
  }

  private void sayAugust() {
    for (Row row : table()) {
      if (!row.said().isEmpty()) {
        done(
            say(
                row.organisation(),
                line(row.organisation(), row.begins()),
                DutyState.valueOf(row.said())));
      }
    }
  }

  private ReportOutcome say(String organisation, ReportLine line, DutyState state) {
    return report.report(
        office.officer(organisation),
        line.id(),
        line.version(),
        new Progress(state, "已走访", "", "", "", state.needsReason() ? "缺人手" : "", ""));
  }

  private static List<String> expected(int column) {
    return table().stream()
        .map(row -> row.organisation() + " " + row.begins() + " " + row.lights().get(column))
        .toList();
  }

  private List<String> lights() {
    List<String> lights = new ArrayList<>();
    for (Light light : Light.values()) {
      duties.all(COORDINATOR, filter(focus(none(), Optional.of(light), none()))).stream()
          .filter(duty -> duty.assignee().id().isPresent())
          .forEach(
              duty ->
                  lights.add(duty.assignee().name() + " " + begins(duty.sentence()) + " " + light));
    }
    return lights;
  }

  private static String begins(String sentence) {
    return Arrays.asList(sentence.split("[，。]", 2)).getFirst();
  }

  private int same(
      Map<Light, Integer> counts,
      Light light,
      Optional<String> chapter,
      Optional<UUID> organisation,
      Optional<RegionCode> region) {
    DutyFocus focus =
        new DutyFocus(Optional.empty(), Optional.of(light), region, Optional.empty(), false);
    long listed =
        duties
            .page(
                COORDINATOR,
                new DutyFilter(
                    Optional.of(plan), chapter, organisation, false, "", focus, Optional.empty()),
                Optional.empty(),
                1)
            .total();
    assertThat(counts.getOrDefault(light, 0))
        .as("%s %s %s %s", light, chapter, organisation, region)
        .isEqualTo((int) listed);
    return 1;
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static DutyFocus focus(Optional<Within> due, Optional<Light> light, Optional<News> news) {
    return new DutyFocus(due, light, Optional.empty(), news, false);
  }

  private static DutyFilter filter(DutyFocus focus) {
    return new DutyFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), false, "", focus, Optional.empty());
  }

  private long number(Scope scope, DutyFocus focus) {
    return duties.page(scope, filter(focus), Optional.empty(), 1).total();
  }

  private ReportLine line(String organisation, String begins) {
    Round round = rounds.list(COORDINATOR).getFirst();
    return rounds
        .lines(COORDINATOR, round.id(), Optional.of(office.organisation(organisation).id()))
        .stream()
        .filter(line -> sentence(line.duty()).startsWith(begins))
        .findFirst()
        .orElseThrow(() -> new AssertionError(organisation + " has no " + begins));
  }

  private String sentence(DutyId duty) {
    return duties.find(COORDINATOR, duty).orElseThrow().sentence();
  }

  private static ReportLine done(ReportOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReportOutcome.Done.class);
    return ((ReportOutcome.Done) outcome).line();
  }

  /**
   * Whoever keeps it is told what is counted already, anybody else what is counted of their lines.
   */
  @Test
  void aRoundUpIsCountedAsFarAsSomebodySeesItsLines() {
    sayAugust();
    for (Scope scope : List.of(COORDINATOR, office.officer(FARMING))) {
      Round round = rounds.list(scope).getFirst();
      Map<UUID, List<ReportLine>> seen =
          rounds.lines(scope, round.id(), Optional.empty()).stream()
              .collect(Collectors.groupingBy(ReportLine::organisation));
      assertThat(standings.of(scope, round.id()))
          .as(scope.role().name())
          .isNotEmpty()
          .isSortedAccordingTo(Comparator.comparing(Standing::name))
          .extracting(
              each -> each.organisation().orElseThrow(),
              Standing::lines,
              Standing::open,
              Standing::reported,
              Standing::accepted)
          .containsExactlyInAnyOrderElementsOf(
              seen.entrySet().stream()
                  .map(
                      each ->
                          tuple(
                              each.getKey(),
                              each.getValue().size(),
                              number(each.getValue(), LineStatus.OPEN),
                              number(each.getValue(), LineStatus.REPORTED),
                              number(each.getValue(), LineStatus.ACCEPTED)))
                  .toList());
    }
  }

  private static int number(List<ReportLine> lines, LineStatus status) {
    return Math.toIntExact(lines.stream().filter(line -> line.status() == status).count());
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
