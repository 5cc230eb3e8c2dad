package jingtu.server.duty.round;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A county's year of monthly round-ups, held against counts that were reckoned by hand. */
@WholeDuty
@Transactional
class YearOfRoundsTests {

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired CountyYear year;
  @Autowired JdbcClient jdbc;

  private final Instant before = Instant.parse("2026-03-02T01:00:00Z");

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), before));
  }

  @Test
  void aYearComesToWhatWasReckoned() {
    Map<LocalDate, List<CountyYear.Event>> events = CountyYear.events("/duty/year.csv");
    turnTo(CountyYear.FROM);
    office.plan("一年");

    for (LocalDate day = CountyYear.FROM; !day.isAfter(CountyYear.TO); day = day.plusDays(1)) {
      turnTo(day);
      openRounds.keep();
      openRounds.keep();
      year.acceptWhatLies();
      events.getOrDefault(day, List.of()).forEach(year::happen);
    }

    assertThat(counts())
        .containsExactlyElementsOf(DutyOffice.lines("/duty/expected-year.csv").toList());
  }

  private List<String> counts() {
    Map<String, String> byPeriod = new TreeMap<>();
    for (Round round : rounds.list(COORDINATOR)) {
      List<ReportLine> lines = rounds.lines(COORDINATOR, round.id(), Optional.empty());
      long refused =
          jdbc.sql("select count(*) from returned_round_sheet where round_id = :id and taken = 0")
              .param("id", round.id().value())
              .query(Long.class)
              .single();
      String period = round.period().first().toString().substring(0, 7);
      byPeriod.put(
          period,
          Stream.of(
                  period,
                  round.due(),
                  lines.size(),
                  lines.stream().filter(l -> l.said().isPresent() && !l.late()).count(),
                  lines.stream().filter(ReportLine::missing).count(),
                  lines.stream().filter(ReportLine::late).count(),
                  lines.stream().filter(l -> is(l, Channel.ON_BEHALF)).count(),
                  lines.stream().filter(l -> is(l, Channel.SHEET)).count(),
                  refused,
                  lines.stream().mapToInt(ReportLine::reopened).sum())
              .map(String::valueOf)
              .reduce((one, next) -> one + "," + next)
              .orElseThrow());
    }
    return List.copyOf(byPeriod.values());
  }

  private static boolean is(ReportLine line, Channel channel) {
    return line.channel().filter(channel::equals).isPresent();
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
