package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.testing.Office;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedTableTests {

  private static final List<String> EXPECTED =
      InventedItems.text("expected-edits.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();

  @TempDir Path folder;

  @Test
  void whatIsWrittenOutComesBackWithoutADifference() {
    Path written =
        TableWriter.write(
            TableWriter.exported(InventedItems.all()), folder.resolve("written.xlsx"));
    assertThat(Told.of(written, InventedItems.all())).containsExactly("unchanged 13");
  }

  @Test
  void savedByLibreOfficeItStillHasNoDifference() {
    Path written =
        TableWriter.write(
            TableWriter.exported(InventedItems.all()), folder.resolve("written.xlsx"));
    assertThat(Told.of(Office.convert(folder, written, "xlsx"), InventedItems.all()))
        .containsExactly("unchanged 13");
    assertThat(
            Told.of(
                Office.convert(folder, written, "csv:Text - txt - csv (StarCalc):44,34,76"),
                InventedItems.all()))
        .containsExactly("unchanged 13");
  }

  @Test
  void editedInLibreOfficeItShowsJustTheEdits() throws IOException {
    Path written =
        TableWriter.write(
            TableWriter.exported(InventedItems.all()), folder.resolve("written.xlsx"));
    Path edited = Macro.run(folder, "edit.bas", "Edit", written, folder.resolve("edited.xlsx"));
    assertThat(Files.size(edited)).isPositive();
    assertThat(Told.of(edited, InventedItems.all())).containsExactlyElementsOf(EXPECTED);
  }

  @Test
  void whatGoesOutToBeEditedKnowsWhatItWasAlsoAfterLibreOffice() throws IOException {
    Path written = folder.resolve("out.xlsx");
    for (Language language : Language.values()) {
      try (OutputStream out = Files.newOutputStream(written)) {
        TableForEditing.write(InventedItems.all(), language, out);
      }
      List<WorkItem> changed =
          InventedItems.all().stream()
              .map(item -> InventedItems.with(item, WorkItemColumn.WORK, "之后改的" + item.code()))
              .toList();
      assertThat(Told.of(written, InventedItems.all())).containsExactly("unchanged 13");
      assertThat(Told.of(written, changed)).containsExactly("unchanged 13");
    }
    List<WorkItem> changed =
        InventedItems.all().stream()
            .map(item -> InventedItems.with(item, WorkItemColumn.WORK, "之后改的" + item.code()))
            .toList();
    assertThat(Told.of(Office.convert(folder, written, "xlsx"), changed))
        .containsExactly("unchanged 13");
  }
}
