package jingtu.server.duty.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.PretendOffice;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which days of duties are told, and whose. */
@WholeDuty
@Transactional
class WhatIsOwedTests {

  private static final Duration ROUND_OF_MARCH = Duration.ofDays(31);

  @Autowired DutyOffice office;
  @Autowired WhatIsOwed whatIsOwed;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired TurnableClock clock;
  @Autowired JdbcClient jdbc;

  private Instant start = Instant.EPOCH;

  @BeforeEach
  void noteTheTime() {
    start = clock.instant();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void whoReportsIsToldOfTheDaysOfTheSentence() {
    office.plan("时限");

    assertThat(dated(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31)))
        .containsExactlyInAnyOrder(
            "东临市生态环境局禾汀分局 2026-10-31 对老旧 once",
            "石漪镇人民政府 2026-10-31 对老旧 once",
            "禾汀县财政局 2026-09-30 县财政 again",
            "禾汀县财政局 2026-12-31 县财政 again");
  }

  @Test
  void whatWasHandedDownWithADayOfItsOwnIsToldByThat() {
    office.plan("自己的时限");
    jdbc.sql(
            """
            update duty set own_due = :day, open_day = :day, content = :content
            where organisation_name = :name and source_id in
              (select id from duty_source where sentence like '对老旧堆场%')
            """)
        .param("day", LocalDate.of(2026, 9, 20))
        .param("content", "逐村登记堆场。")
        .param("name", "石漪镇人民政府")
        .update();

    assertThat(dated(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30)))
        .contains("石漪镇人民政府 2026-09-20 逐村登 once")
        .doesNotContain("石漪镇人民政府 2026-10-31 对老旧 once");
  }

  @ParameterizedTest
  @EnumSource(
      value = DutyState.class,
      names = {"DONE", "STEADY"})
  void whatWasSaidOfAPeriodSettlesItsDays(DutyState state) {
    clock.turn(ROUND_OF_MARCH);
    office.plan("已报 " + state);
    openRounds.keep();
    Round round = rounds.list(DutyOffice.COORDINATOR).getFirst();
    LocalDate end = round.period().last();
    assertThat(daysOfFinance()).anyMatch(day -> !day.isAfter(end));

    ReportLine line =
        rounds
            .lines(
                DutyOffice.COORDINATOR, round.id(), Optional.of(office.organisation("禾汀县财政局").id()))
            .stream()
            .filter(each -> office.begins(each.duty()).startsWith("县财政局每季度"))
            .findFirst()
            .orElseThrow();
    assertThat(
            report.report(
                office.officer("禾汀县财政局"),
                line.id(),
                line.version(),
                new Progress(state, "台账已提供。", "", "", "", "", "")))
        .isInstanceOf(ReportOutcome.Done.class);

    assertThat(daysOfFinance()).isNotEmpty().allMatch(day -> day.isAfter(end));
  }

  private List<LocalDate> daysOfFinance() {
    return whatIsOwed
        .in(PretendOffice.COUNTY, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))
        .stream()
        .filter(owed -> owed.name().equals("禾汀县财政局"))
        .flatMap(owed -> owed.dated().stream())
        .filter(each -> each.sentence().startsWith("县财政局每季度"))
        .map(Owed.Dated::due)
        .toList();
  }

  private List<String> dated(LocalDate from, LocalDate to) {
    return whatIsOwed.in(PretendOffice.COUNTY, from, to).stream()
        .flatMap(
            owed ->
                owed.dated().stream()
                    .map(
                        each ->
                            owed.name()
                                + " "
                                + each.due()
                                + " "
                                + each.sentence().substring(0, 3)
                                + (each.recurs() ? " again" : " once")))
        .toList();
  }
}
