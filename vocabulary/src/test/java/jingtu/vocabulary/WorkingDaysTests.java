package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.testing.Seeded;
import jingtu.vocabulary.WorkingDays.Arrangement;
import jingtu.vocabulary.WorkingDays.Reckoned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingDaysTests {

  private static final WorkingDays CALENDAR = WorkingDays.shipped();
  private static final String COLUMNS = "date,kind,holiday,notice,confidence\n";

  static Stream<CsvTable.Row> examples() {
    return CsvTable.resource(
        WorkingDaysTests.class,
        "working-days.examples.csv",
        "date",
        "count",
        "result",
        "unknown",
        "why")
        .rows()
        .stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void countsAsTheNoticesSay(CsvTable.Row example) {
    LocalDate date = LocalDate.parse(example.get("date"));
    int count = Integer.parseInt(example.get("count"));
    Reckoned reckoned = CALENDAR.plus(date, count);
    String result =
        count != 0 ? reckoned.date().toString() : CALENDAR.isWorkingDay(date) ? "yes" : "no";
    List<Integer> unknown =
        count != 0
            ? List.copyOf(reckoned.unknownYears())
            : CALENDAR.knows(date) ? List.of() : List.of(date.getYear());

    assertThat(result).isEqualTo(example.get("result"));
    assertThat(unknown.stream().map(String::valueOf).collect(Collectors.joining(";")))
        .isEqualTo(example.get("unknown"));
  }

  /**
   * The notices give the length of each holiday: together 28, 28 and 33 days, and 8, 5, 6 worked.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"2024, 28, 8, A", "2025, 28, 5, B", "2026, 33, 6, A"})
  void shipsTheDaysOfEachNotice(int year, int off, int worked, Confidence confidence) {
    Arrangement arrangement = CALENDAR.arrangement(year).orElseThrow();

    assertThat(arrangement.days())
        .filteredOn(day -> day.kind() == Arrangement.Kind.OFF)
        .hasSize(off);
    assertThat(arrangement.days())
        .filteredOn(day -> day.kind() == Arrangement.Kind.WORK)
        .hasSize(worked);
    assertThat(arrangement.days())
        .allMatch(day -> day.confidence() == confidence && day.notice().startsWith("国办发明电"));
  }

  @Test
  void countingThereAndBackEndsOnTheSameWorkingDay() {
    Seeded.forAll(
        3_000,
        random -> LocalDate.of(2023, 6, 1).plusDays(random.nextInt(1_600)),
        date -> {
          LocalDate worked = CALENDAR.onOrAfter(date).date();
          int count = Math.floorMod(date.hashCode(), 90) + 1;
          Reckoned there = CALENDAR.plus(worked, count);
          assertThat(CALENDAR.isWorkingDay(there.date())).isTrue();
          assertThat(CALENDAR.minus(there.date(), count).date()).isEqualTo(worked);
          assertThat(CALENDAR.plus(worked, count - 1).date())
              .isEqualTo(count == 1 ? worked : CALENDAR.previous(there.date()).date());
          assertThat(CALENDAR.next(worked)).isEqualTo(CALENDAR.plus(worked, 1));
        });
  }

  private static WorkingDays.Reading read(String name, String text, Charset encoding) {
    try {
      return WorkingDays.read(name, new ByteArrayInputStream(text.getBytes(encoding)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCountyAddsAndReplacesYears() {
    String text =
        COLUMNS
            + "2026-12-31,OFF,元旦,某县2027年通知,C\n2027-01-01,OFF,元旦,某县2027年通知,C\n"
            + "2027-01-02,WORK,元旦,某县2027年通知,C\n";
    Arrangement year =
        read("2027.csv", text, Charset.forName("GB18030")).arrangement().orElseThrow();
    WorkingDays own = CALENDAR.with(List.of(year));

    assertThat(own.plus(LocalDate.of(2026, 12, 30), 1))
        .isEqualTo(new Reckoned(LocalDate.of(2027, 1, 2), new TreeSet<>()));
    assertThat(own.arranged(LocalDate.of(2027, 1, 1)).orElseThrow().holiday()).isEqualTo("元旦");
    Arrangement none =
        read("2026.csv", COLUMNS + "2026-01-01,OFF,元旦,x,C\n", StandardCharsets.UTF_8)
            .arrangement()
            .orElseThrow();
    assertThat(own.with(List.of(none)).isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(own.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          days.csv | 2027-01-01,OFF,元旦,x,C  | days.csv working-days.name
          2027.csv | 2027-1-1,OFF,元旦,x,C    | 2027.csv:2 working-days.date
          2027.csv | 2027-02-29,OFF,元旦,x,C  | 2027.csv:2 working-days.date
          2027.csv | 2026-11-30,OFF,元旦,x,C  | 2027.csv:2 working-days.other-year
          2027.csv | 2028-01-01,OFF,元旦,x,C  | 2027.csv:2 working-days.other-year
          2027.csv | 2027-01-01,off,元旦,x,C  | 2027.csv:2 working-days.word
          2027.csv | 2027-01-01,OFF,元旦,x,D  | 2027.csv:2 working-days.word
          2027.csv | 2027-01-01,OFF,元旦,x    | 2027.csv:2 working-days.fields
          2027.csv | 2027-01-04,WORK,元旦,x,C | 2027.csv:2 working-days.worked-anyway
          2027.csv | # nothing                | 2027.csv working-days.empty
          """)
  void tellsWhereAFileIsWrong(String name, String line, String expected) {
    WorkingDays.Reading reading = read(name, COLUMNS + line + "\n", StandardCharsets.UTF_8);

    assertThat(reading.arrangement()).isEmpty();
    assertThat(reading.findings())
        .extracting(finding -> finding.place() + " " + finding.problem().key())
        .containsExactly(expected);
    reading.findings().forEach(finding -> finding.say(Language.ZH));
  }

  @Test
  void tellsEveryFaultOfAFileAtOnce() {
    String text = COLUMNS + "2027-01-01,OFF,元旦,x,C\n# note\n2027-01-01,OFF,元旦,x,C\nx,y,元旦,x,z\n";

    assertThat(read("2027.csv", text, StandardCharsets.UTF_8).findings())
        .extracting(finding -> finding.place() + " " + finding.problem().key())
        .containsExactly(
            "2027.csv:4 working-days.twice",
            "2027.csv:5 working-days.date",
            "2027.csv:5 working-days.word",
            "2027.csv:5 working-days.word");
    assertThat(read("2027.csv", "日期,种类\n", StandardCharsets.UTF_8).findings())
        .extracting(finding -> finding.place() + " " + finding.problem().key())
        .containsExactly("2027.csv:1 working-days.columns");
  }
}
