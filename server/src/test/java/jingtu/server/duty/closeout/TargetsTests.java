package jingtu.server.duty.closeout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingtu.server.duty.DutyOffice;
import jingtu.vocabulary.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Percentages by days, held against tables that were written before the code. */
class TargetsTests {

  private static Stream<String> standings() {
    return DutyOffice.lines("/duty/closeout/targets.csv");
  }

  private static Stream<String> milestones() {
    return DutyOffice.lines("/duty/closeout/milestones.csv");
  }

  @ParameterizedTest
  @MethodSource("standings")
  void aListStandsAsTheTableSays(String line) {
    String[] cells = line.split("\\|", -1);
    TreeMap<LocalDate, Integer> struck = new TreeMap<>();
    parts(cells[1])
        .forEach(
            part ->
                struck.put(
                    LocalDate.parse(part.split("\\*", -1)[0]),
                    Integer.valueOf(part.split("\\*", -1)[1])));
    int done = struck.values().stream().mapToInt(Integer::intValue).sum();
    CloseOutTally tally = new CloseOutTally(Integer.parseInt(cells[0]) - done, 0, 0, struck);

    assertThat(tally.permille().isPresent() ? "" + tally.permille().getAsInt() : "-")
        .isEqualTo(cells[4]);
    assertThat(
            targets(cells[3]).standings(tally, LocalDate.parse(cells[2])).stream()
                .map(
                    each ->
                        "%s %d %d %d"
                            .formatted(
                                each.state(), each.needed(), each.lacking(), each.daysLeft()))
                .collect(joining(";")))
        .isEqualTo(cells[5]);
  }

  @ParameterizedTest
  @MethodSource("milestones")
  void daysAndPercentagesRise(String line) {
    String[] cells = line.split("\\|", -1);
    assertThat(targets(cells[0]).fault().map(Message::key).orElse("-")).isEqualTo(cells[1]);
  }

  private static Targets targets(String written) {
    return new Targets(
        parts(written)
            .map(part -> part.split(":"))
            .map(part -> new Milestone(LocalDate.parse(part[0]), Integer.parseInt(part[1])))
            .toList());
  }

  private static Stream<String> parts(String written) {
    List<String> parts = Arrays.asList(written.split(";"));
    return parts.stream().filter(part -> !part.isEmpty());
  }
}
