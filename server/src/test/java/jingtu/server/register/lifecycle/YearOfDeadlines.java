package jingtu.server.register.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jingtu.vocabulary.DueDay;

/** What {@code year.csv} expects of each day, and how deadlines are written there. */
final class YearOfDeadlines {

  private YearOfDeadlines() {}

  /**
   * One day.
   *
   * @param done {@code created}, {@code step:id}, {@code field=value}, or nothing
   * @param told what is told of deadlines on it, sorted
   * @param open what is open at its end, by day and rule
   */
  record Row(LocalDate day, String done, List<String> told, List<String> open) {

    private static Row of(String line) {
      String[] cells = line.split("§", -1);
      return new Row(
          LocalDate.parse(cells[0].strip()),
          cells[1].strip(),
          list(cells[2]).stream().sorted().toList(),
          list(cells[3]));
    }

    private static List<String> list(String cell) {
      return Arrays.stream(cell.split(";", -1))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }
  }

  static List<Row> rows() {
    return text("year.csv")
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("day"))
        .map(Row::of)
        .toList();
  }

  static String definition() {
    return String.join("\n", text("year.yaml").toList());
  }

  /** As the table writes it: the rule, the day, and a ? where it rests on a year not loaded. */
  static String written(String rule, DueDay due) {
    return rule + " " + due.date() + (due.unknownYears().isEmpty() ? "" : "?");
  }

  private static Stream<String> text(String name) {
    try (InputStream file =
        YearOfDeadlines.class.getResourceAsStream("/register/lifecycle/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
