package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedTablePropertyTests {

  @TempDir Path folder;

  /** Whatever the order of columns and rows, the merges, titles and repeated headers are. */
  @Test
  void justTheEditsAreTold() {
    Seeded.forAll(
        200,
        EditedTable::make,
        table -> {
          Path file = TableWriter.write(table.grid(), folder.resolve("edited.xlsx"));
          assertThat(edits(Told.of(file, table.items())))
              .containsExactlyInAnyOrderElementsOf(table.expected());
        });
  }

  /** What is said of rows, without what is said of columns and of rows that were passed over. */
  private static List<String> edits(List<String> told) {
    return told.stream()
        .filter(line -> !line.matches("(unknown-column|lacking-column|note) .*"))
        .map(line -> line.replaceFirst("^(added row \\d+):.*", "$1"))
        .toList();
  }
}
