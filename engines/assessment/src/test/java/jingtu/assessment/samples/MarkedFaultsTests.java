package jingtu.assessment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jingtu.assessment.samples.FaultyWorkbook.Fault;
import jingtu.sheets.CellFinding;
import jingtu.sheets.MarkedCopy;
import jingtu.sheets.SheetFile;
import jingtu.standards.Standards;
import jingtu.vocabulary.Language;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook with thirty faults comes back with a comment in each of the thirty cells. */
class MarkedFaultsTests {

  @TempDir private Path folder = Path.of("");

  @Test
  void givesTheWorkbookBackWithTheFaultsMarked() throws IOException, InvalidFormatException {
    Path original = FaultyWorkbook.write(folder.resolve("检测结果.xlsx"));
    Path copy = folder.resolve("检测结果-标注.xlsx");

    assertThat(MarkedCopy.write(original, copy, findings(original), Language.ZH)).isEmpty();

    assertThat(comments(copy))
        .containsExactlyInAnyOrderElementsOf(
            FaultyWorkbook.faults().stream().map(Fault::cell).toList());
  }

  private static List<CellFinding> findings(Path original) {
    SheetFile file = ((SheetFile.Opened) SheetFile.open(original)).file();
    SampleSheets sheets =
        SampleSheets.survey(
            file,
            SampleOptions.of(
                Standards.shipped().find("GB 15618-2018").orElseThrow(), FaultyWorkbook.TODAY));
    List<CellFinding> findings = new ArrayList<>(sheets.findings());
    sheets.read(row -> {}, findings::add);
    return findings;
  }

  private static List<String> comments(Path copy) throws IOException, InvalidFormatException {
    List<String> comments = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(copy.toFile())) {
      for (String sheet : List.of("重金属", "农药")) {
        book.getSheet(sheet)
            .getCellComments()
            .keySet()
            .forEach(at -> comments.add(sheet + "!" + at.formatAsString()));
      }
    }
    return comments;
  }
}
