package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.sheets.SheetFile.Opened;
import jingtu.sheets.SheetFile.Refused;
import jingtu.vocabulary.Finding;

/** Files read whole, in words that a test compares. */
final class Readings {

  private Readings() {}

  static SheetFile open(Path file) {
    return switch (SheetFile.open(file)) {
      case Opened(SheetFile opened) -> opened;
      case Refused(Finding finding) -> throw new AssertionError("refused: " + finding);
    };
  }

  /** The last word of the key of what a file is refused for. */
  static String refusal(Path file) {
    return switch (SheetFile.open(file)) {
      case Opened opened -> "opened";
      case Refused(Finding finding) -> finding.problem().key().replace("sheets.", "");
    };
  }

  static List<Row> rows(SheetFile file, String sheet) {
    List<Row> rows = new ArrayList<>();
    assertThat(file.rows(sheet, rows::add)).isEmpty();
    return rows;
  }

  /** The first sheet's rows as {@code number: cell|cell}. */
  static List<String> lines(Path file) {
    SheetFile opened = open(file);
    return rows(opened, opened.sheets().getFirst()).stream().map(Readings::line).toList();
  }

  static String line(Row row) {
    return row.number() + ": " + String.join("|", row.cells().stream().map(Cell::text).toList());
  }

  /** The first sheet's faults as {@code place key}, and what ended its reading. */
  static List<String> faults(Path file) {
    SheetFile opened = open(file);
    List<String> faults = new ArrayList<>();
    Optional<Finding> end =
        opened.rows(
            opened.sheets().getFirst(),
            row ->
                row.faults()
                    .forEach(
                        fault ->
                            faults.add(
                                fault.at() + " " + fault.problem().key().replace("sheets.", ""))));
    end.ifPresent(finding -> faults.add("end " + finding.problem().key().replace("sheets.", "")));
    return faults;
  }
}
