package jingtu.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.vocabulary.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The words of events and the days that come of them, as {@code event-lengths-expected.csv} has.
 */
class ReadEventsTests {

  private final ReadEvents readEvents = new ReadEvents();

  static Stream<String> rows() {
    return DutyOffice.lines("/duty/event-lengths-expected.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theWordsOfAnEventGiveTheDay(String row) {
    List<String> cells = List.of(row.split(",", -1));
    EventWords words = readEvents.read(cells.get(0));

    DueProposal proposal =
        DueProposal.of(words, LocalDate.parse(cells.get(1)), WorkingDays.shipped());

    assertThat(
            Stream.of(
                    cells.get(0),
                    cells.get(1),
                    proposal.due().map(LocalDate::toString).orElse("none"),
                    says(words),
                    words.before(),
                    proposal.unknownYears().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .map(String::valueOf)
                .collect(Collectors.joining(",")))
        .isEqualTo(row);
  }

  @Test
  void aDayThatWasMovedSaysSo() {
    EventWords threeDays = readEvents.read("发现后3天内");

    assertThat(DueProposal.of(threeDays, LocalDate.of(2026, 5, 1), WorkingDays.shipped()).moved())
        .isTrue();
    assertThat(DueProposal.of(threeDays, LocalDate.of(2026, 6, 1), WorkingDays.shipped()).moved())
        .isFalse();
  }

  private static String says(EventWords words) {
    return switch (words.lengths().size()) {
      case 0 -> "NONE";
      case 1 -> "ONE";
      default -> "SEVERAL";
    };
  }
}
