package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.testing.Needs;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** An Excel template with faults in cells and in what is printed around the sheet. */
class SheetFaultsTests {

  private static final Path EXPECTED =
      Needs.repository().resolve("server/src/test/resources/templates/sheet-faults.txt");

  @Test
  void everyFaultIsNamedWithItsCellAndNothingElseIs() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("任务表");
    sheet.createRow(0).createCell(0).setCellValue("{{计划名}}");
    sheet.createRow(2).createCell(1).setCellValue("{{行.承办单味}}");
    sheet.getRow(2).createCell(2).setCellValue("{{行.措施}}");
    sheet.createRow(4).createCell(3).setCellFormula("\"{{文号}}\"");
    sheet.createRow(5).createCell(0).setCellValue("{计划名称}");
    sheet.getHeader().setCenter("{{文好}}");
    sheet.getFooter().setRight("{{行.章节}}");

    assertThat(Sample.said(TemplateFormat.EXCEL, Sample.bytes(book)))
        .isEqualTo(Files.readString(EXPECTED, StandardCharsets.UTF_8));
  }
}
