package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jingtu.testing.Office;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that LibreOffice opened and saved again, as a county's editor would. */
class OfficeTemplateTests {

  @TempDir Path folder;

  @Test
  void aWordTemplateThatWasSavedAgainFillsWithTheSameResult() throws IOException {
    byte[] template = Sample.bytes(WordTemplateTests.template());

    byte[] saved = saved(template, TemplateFormat.WORD, "docx:MS Word 2007 XML");

    assertThat(saved).isNotEqualTo(template);
    assertThat(wordText(saved)).isEqualTo(wordText(template));
  }

  @Test
  void anExcelTemplateThatWasSavedAgainFillsWithTheSameResult() throws IOException {
    byte[] template = Sample.bytes(SheetTemplateTests.template());

    byte[] saved = saved(template, TemplateFormat.EXCEL, "xlsx:Calc MS Excel 2007 XML");

    assertThat(saved).isNotEqualTo(template);
    assertThat(sheetText(saved)).isEqualTo(sheetText(template));
  }

  private byte[] saved(byte[] template, TemplateFormat format, String to) throws IOException {
    Path file = Files.write(folder.resolve("模板." + format.ending()), template);
    return Files.readAllBytes(Office.convert(folder, file, to));
  }

  private static String wordText(byte[] template) {
    byte[] filled = Sample.filled(TemplateFormat.WORD, template, Sample.values());
    return new XWPFWordExtractor(Sample.word(filled)).getText();
  }

  private static List<String> sheetText(byte[] template) {
    byte[] filled = Sample.filled(TemplateFormat.EXCEL, template, Sample.values());
    List<String> cells = new ArrayList<>();
    for (Row row : Sample.book(filled).getSheetAt(0)) {
      for (Cell cell : row) {
        String text = new DataFormatter().formatCellValue(cell);
        if (!text.isEmpty()) {
          cells.add(cell.getAddress() + " " + text);
        }
      }
    }
    return cells;
  }
}
