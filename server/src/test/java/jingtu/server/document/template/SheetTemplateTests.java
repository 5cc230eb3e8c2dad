package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetTemplateTests {

  @Test
  void aRowIsRepeatedWithItsStylesHeightAndMergedCells() {
    XSSFSheet sheet = filled(template());

    assertThat(text(sheet, 0, 0)).isEqualTo("净原县土壤污染防治工作方案任务表（净政发〔2026〕5号）");
    assertThat(text(sheet, 3, 1)).isEqualTo("建立企业用地档案");
    assertThat(text(sheet, 4, 1)).isEqualTo("划定类别\n更新清单");
    assertThat(sheet.getRow(5).getCell(4).getNumericCellValue()).isEqualTo(4);
    for (int row = 2; row <= 5; row++) {
      assertThat(sheet.getRow(row).getCell(1).getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(row).getHeightInPoints()).isGreaterThanOrEqualTo(30);
    }
    assertThat(sheet.getMergedRegions().stream().map(CellRangeAddress::formatAsString))
        .containsExactlyInAnyOrder("A3:A4", "A5:A6", "C3:D3", "C4:D4", "C5:D5", "C6:D6", "A7:B7");
  }

  @Test
  void formulasBelowMoveDownAndSumAllRows() {
    XSSFSheet sheet = filled(template());

    assertThat(sheet.getRow(6).getCell(4).getCellFormula()).isEqualTo("SUM(E3:E6)");
    assertThat(sheet.getRow(3).getCell(5).getCellFormula()).isEqualTo("E4*2");
    assertThat(sheet.getRow(5).getCell(5).getCellFormula()).isEqualTo("E6*2");
    XSSFWorkbook book = sheet.getWorkbook();
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    assertThat(sheet.getRow(6).getCell(4).getNumericCellValue()).isEqualTo(155);
  }

  @Test
  void whatIsPrintedAndWhatMayBeChosenCoversAllRows() {
    XSSFSheet sheet = filled(template());

    assertThat(sheet.getWorkbook().getPrintArea(0)).isEqualTo("任务表!$A$1:$F$7");
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
    assertThat(sheet.getDataValidations())
        .singleElement()
        .satisfies(
            choice ->
                assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .isEqualTo("C3:C6"));
    assertThat(sheet.getHeader().getCenter()).isEqualTo("净政发〔2026〕5号");
  }

  @Test
  void textThatLooksLikeAFormulaIsAndStaysText() {
    XSSFSheet sheet = filled(template());

    XSSFCell cell = sheet.getRow(5).getCell(1);
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(sheet.getRow(4).getCell(1).getCellStyle().getQuotePrefixed()).isFalse();
  }

  @Test
  void aPictureIsPlacedAtItsCellAndOneBelowTheRowsMovesDown() {
    XSSFSheet sheet = filled(template());

    assertThat(sheet.getDrawingPatriarch().getShapes().stream().map(s -> s.getAnchor()))
        .map(XSSFClientAnchor.class::cast)
        .extracting(XSSFClientAnchor::getRow1)
        .containsExactlyInAnyOrder(0, 8);
    assertThat(text(sheet, 0, 5)).isEmpty();
  }

  @Test
  void withoutRecordsTheRowStaysAndIsEmpty() {
    byte[] bytes =
        Sample.filled(TemplateFormat.EXCEL, Sample.bytes(template()), Sample.values(List.of()));
    XSSFSheet sheet = Sample.book(bytes).getSheetAt(0);

    assertThat(text(sheet, 2, 0)).isEmpty();
    assertThat(sheet.getRow(3).getCell(4).getCellFormula()).isEqualTo("SUM(E3:E3)");
  }

  @Test
  void aLongTextGetsTheHeightThatItNeeds() {
    var works =
        List.of(
            new Sample.Work("长".repeat(300), "短", "甲", 1),
            new Sample.Work("长".repeat(300), "短", "甲", 1),
            new Sample.Work("短", "长".repeat(100), "甲", 1));
    byte[] bytes =
        Sample.filled(TemplateFormat.EXCEL, Sample.bytes(template()), Sample.values(works));
    XSSFSheet sheet = Sample.book(bytes).getSheetAt(0);

    double merged =
        sheet.getRow(2).getHeightInPoints() + (double) sheet.getRow(3).getHeightInPoints();
    assertThat(merged).as("300 characters of 11 points, 9 a line").isGreaterThan(33 * 11);
    assertThat(sheet.getRow(4).getHeightInPoints()).isGreaterThan(100 / 19f * 11);
  }

  static XSSFWorkbook template() {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("任务表");
    sheet.createRow(0).createCell(0).setCellValue("{{计划名称}}任务表（{{文号}}）");
    sheet.getRow(0).createCell(5).setCellValue("{{县徽}}");
    List<String> heads = List.of("章节", "措施", "承办单位", "", "数量", "加倍");
    List<String> fields = List.of("{{行.章节|合并}}", "{{行.措施}}", "{{行.承办单位}}", "", "{{行.数量}}");
    CellStyle style = book.createCellStyle();
    style.setWrapText(true);
    sheet.createRow(1);
    sheet.createRow(2).setHeightInPoints(30);
    for (int i = 0; i < heads.size(); i++) {
      sheet.getRow(1).createCell(i).setCellValue(heads.get(i));
    }
    for (int i = 0; i < fields.size(); i++) {
      sheet.getRow(2).createCell(i).setCellValue(fields.get(i));
      sheet.getRow(2).getCell(i).setCellStyle(style);
    }
    sheet.getRow(2).createCell(5).setCellFormula("E3*2");
    sheet.addMergedRegion(CellRangeAddress.valueOf("C3:D3"));
    sheet.createRow(3).createCell(0).setCellValue("合计");
    sheet.addMergedRegion(CellRangeAddress.valueOf("A4:B4"));
    sheet.getRow(3).createCell(4).setCellFormula("SUM(E3:E3)");
    sheet.setColumnWidth(0, 18 * 256);
    sheet.setColumnWidth(1, 36 * 256);
    book.setPrintArea(0, "$A$1:$F$4");
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
    sheet.getHeader().setCenter("{{文号}}");
    choices(sheet);
    picture(book, sheet);
    return book;
  }

  private static void choices(XSSFSheet sheet) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"甲", "乙"}),
            new CellRangeAddressList(2, 2, 2, 2)));
  }

  private static void picture(XSSFWorkbook book, XSSFSheet sheet) {
    byte[] png = ((TemplateValue.Picture) ExamplePicture.value()).content();
    int index = book.addPicture(png, XSSFWorkbook.PICTURE_TYPE_PNG);
    XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, 5, 1, 7);
    sheet.createDrawingPatriarch().createPicture(anchor, index);
  }

  private static XSSFSheet filled(XSSFWorkbook template) {
    byte[] bytes = Sample.filled(TemplateFormat.EXCEL, Sample.bytes(template), Sample.values());
    return Sample.book(bytes).getSheetAt(0);
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }
}
