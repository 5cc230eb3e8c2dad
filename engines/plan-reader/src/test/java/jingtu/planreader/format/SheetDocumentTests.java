package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import jingtu.planreader.format.Extraction.Extracted;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetDocumentTests {

  @Test
  void readsATaskTableWithItsTitleAndMergedCells() {
    DocumentText document =
        read(
            book -> {
              XSSFSheet sheet = book.createSheet("分工");
              row(sheet, 0, "青禾县净土任务分工表");
              row(sheet, 2, "序号", "任务", "牵头", "配合");
              row(sheet, 3, "1", "清查", "农业局", "各乡镇");
              row(sheet, 4, "2", "", "水利局\n林业局", "各村");
              row(sheet, 5, "注：牵头单位负总责。");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            });
    Table table = document.tables().getFirst();

    assertThat(document.text())
        .isEqualTo(
            """
            青禾县净土任务分工表
            序号\t任务\t牵头\t配合
            1\t清查\t农业局\t各乡镇
            2\t\t水利局 林业局\t各村
            注：牵头单位负总责。
            """);
    assertThat(table.rows()).hasSize(3);
    assertThat(table.at(2, 1)).isEqualTo(table.at(1, 1));
    assertThat(table.at(2, 2).orElseThrow().paragraphs()).hasSize(2);
  }

  @Test
  void writesNumbersAndDatesAsExcelShowsThem() {
    DocumentText document =
        read(
            book -> {
              XSSFSheet sheet = book.createSheet();
              row(sheet, 0, "面积", "比例", "时限");
              number(sheet, 1, 0, 1200, "#,##0");
              number(sheet, 1, 1, 0.95, "0%");
              number(sheet, 1, 2, 46022, "yyyy\"年\"m\"月\"");
              number(sheet, 2, 0, 12.5, "General");
              number(sheet, 2, 1, 3, "General");
              number(sheet, 2, 2, 46022, "m/d/yy");
            });

    assertThat(document.text())
        .isEqualTo("面积\t比例\t时限\n1,200\t95%\t2025年12月\n12.5\t3\t2025/12/31\n");
  }

  @Test
  void namesSheetsOnlyWhereThereAreSeveralAndLeavesHiddenOnesOut() {
    Consumer<XSSFWorkbook> one = book -> row(book.createSheet("甲表"), 0, "任务", "牵头");
    Consumer<XSSFWorkbook> two = one.andThen(book -> row(book.createSheet("乙表"), 0, "丙", "丁"));

    assertThat(read(one.andThen(book -> book.createSheet("空"))).text()).isEqualTo("任务\t牵头\n");
    assertThat(read(two).text()).isEqualTo("甲表\n任务\t牵头\n乙表\n丙\t丁\n");
    assertThat(read(two.andThen(book -> book.setSheetHidden(1, true))).text())
        .isEqualTo("任务\t牵头\n");
  }

  private static void row(XSSFSheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
      line.createCell(i).setCellValue(cells[i]);
    }
  }

  private static void number(XSSFSheet sheet, int row, int column, double value, String format) {
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = line.createCell(column);
    cell.setCellValue(value);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  private static DocumentText read(Consumer<XSSFWorkbook> fill) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      fill.accept(book);
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ((Extracted) Documents.extract("a.xlsx", bytes.toByteArray())).document();
  }
}
