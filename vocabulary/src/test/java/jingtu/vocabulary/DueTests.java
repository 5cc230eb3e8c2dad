package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTests {

  private static final WorkingDays CALENDAR = WorkingDays.shipped();

  static Stream<CsvTable.Row> examples() {
    return CsvTable.resource(
        DueTests.class, "due.examples.csv", "notation", "event", "from", "days", "unknown", "why")
        .rows()
        .stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void isDueAsReckonedByHand(CsvTable.Row example) {
    Due due = Due.parse(example.get("notation")).find().orElseThrow();
    Optional<LocalDate> event =
        Optional.of(example.get("event"))
            .filter(Predicate.not(String::isEmpty))
            .map(LocalDate::parse);
    List<String> days = new ArrayList<>();
    TreeSet<Integer> unknown = new TreeSet<>();
    LocalDate from = LocalDate.parse(example.get("from"));
    for (int i = example.list("days").size(); i > 0; i--) {
      Optional<DueDay> next = due.next(from, event, CALENDAR);
      days.add(next.map(day -> day.date().toString()).orElse("none"));
      next.ifPresent(day -> unknown.addAll(day.unknownYears()));
      from = next.map(day -> day.date().plusDays(1)).orElse(from);
    }

    assertThat(days).isEqualTo(example.list("days"));
    assertThat(unknown.stream().map(String::valueOf).collect(Collectors.joining(";")))
        .isEqualTo(example.get("unknown"));
    if (event.isEmpty() && due.needsEvent()) {
      assertThat(days).containsExactly("none");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "P0D",
        "-P0M",
        "P0WD",
        "6M",
        "2026-13-01",
        "2026-02-30",
        "R/2026-03-31",
        "R/P0D",
        "R/2026-02-30/P1Y",
        "R/--02-30",
        "R/2026-01-01/--01-31",
        "R/-P1Y",
        "P1YT2H",
        "P1.5M",
        "weekly",
        "P10DW",
        "R/P10WD",
        "P--6M"
      })
  void refusesWhatIsNoDeadlineAndSaysWhatIs(String written) {
    assertThat(Due.parse(written))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(Messages.say(refused.problem(), Language.ZH)).contains(written);
              assertThat(Messages.say(refused.remedy(), Language.EN)).isNotBlank();
            });
  }

  @Test
  void saysWhenALastDayMoved() {
    Due due = new Due.FromEvent(Period.ofMonths(6));
    DueDay day =
        due.next(LocalDate.of(2026, 4, 1), Optional.of(LocalDate.of(2026, 4, 1)), CALENDAR)
            .orElseThrow();

    assertThat(day.moved()).isTrue();
    assertThat(day.nominal()).isEqualTo("2026-10-01");
  }

  private record Case(Due due, LocalDate from, LocalDate to, Optional<LocalDate> event) {
    static Case make(RandomGenerator random) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
      Period period =
          Seeded.oneOf(
              random,
              List.of(Period.ofYears(1), Period.ofMonths(1), Period.of(0, 5, 3), Period.ofDays(9)));
      Due due =
          Seeded.oneOf(
              random,
              List.of(
                  new Due.Every(day, period),
                  new Due.EveryAfterEvent(period),
                  new Due.EndOfEach(Seeded.oneOf(random, List.of(Due.Part.values()))),
                  new Due.FromEvent(period),
                  new Due.WorkingDaysFromEvent(random.nextInt(1, 40))));
      LocalDate from = day.plusDays(random.nextInt(-400, 800));
      return new Case(due, from, from.plusDays(random.nextInt(900)), Optional.of(day));
    }
  }

  @Test
  void listsTheSameDaysInOneSpanAndInTwo() {
    Seeded.forAll(
        2_000,
        Case::make,
        it -> {
          List<DueDay> all = it.due().between(it.from(), it.to(), it.event(), CALENDAR);
          LocalDate middle = it.from().plusDays(ChronoUnit.DAYS.between(it.from(), it.to()) / 2);
          List<DueDay> parts =
              new ArrayList<>(it.due().between(it.from(), middle, it.event(), CALENDAR));
          parts.addAll(it.due().between(middle.plusDays(1), it.to(), it.event(), CALENDAR));
          assertThat(parts).isEqualTo(all);
          assertThat(all).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
          assertThat(all).allMatch(day -> !day.date().isBefore(it.from()));
          assertThat(all).allMatch(day -> !day.date().isAfter(it.to()));
        });
  }
}
