package jingtu.server.duty.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import jingtu.server.document.FileKind;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What a form shows, and that nothing in it changes but what is written. */
class FormFileTests {

  private static final Place TASKS = at("进展表", "B5");
  private static final Place SHARE = at("进展表", "F5");
  private static final Place STATE = at("进展表", "G5");
  private static final Place DAY = at("进展表", "G2");

  @Test
  void aGridHasMergedCellsOnceAndFormulasAsFormulas() {
    FormGrid grid = FormFile.open(FileKind.EXCEL, SampleForm.workbook()).grid();

    assertThat(grid.sheets()).extracting(FormSheet::name).containsExactly("进展表", "汇总", "清单");
    FormCell head = grid.find(at("进展表", "B3")).orElseThrow();
    assertThat(List.of(head.text(), head.rowSpan(), head.columnSpan()))
        .containsExactly("报送情况", 1, 4);
    assertThat(grid.find(at("进展表", "C3"))).isEmpty();
    FormCell total = grid.find(at("进展表", "B8")).orElseThrow();
    assertThat(total.takes()).isFalse();
    assertThat(total.text()).isEqualTo("=SUM(B5:B7)");
    assertThat(grid.label(at("进展表", "C6"))).isEqualTo("禾汀县农业农村局 / 报送情况 / 按时");
    assertThat(grid.find(TASKS).orElseThrow().summed()).isTrue();
    assertThat(grid.find(STATE).orElseThrow().choices()).containsExactly("推进中", "已完成", "未启动");
  }

  @Test
  void allPartsButTheWrittenOnesKeepEveryByte() throws IOException {
    byte[] before = SampleForm.workbook();
    byte[] after = fill(before);

    Map<String, byte[]> was = parts(before);
    Map<String, byte[]> is = parts(after);
    assertThat(is.keySet()).containsExactlyElementsOf(was.keySet());
    Set<String> written =
        Set.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
    was.forEach(
        (name, bytes) -> {
          if (!written.contains(name)) {
            assertThat(Arrays.equals(is.get(name), bytes)).as(name).isTrue();
          }
        });
  }

  @Test
  void whatIsNotWrittenIsTheSameToWhoeverReadsIt() throws IOException {
    byte[] before = SampleForm.workbook();
    byte[] after = fill(before);
    Set<Place> written = Set.of(TASKS, SHARE, STATE, DAY);

    assertThat(model(after, written)).isEqualTo(model(before, written));
  }

  @Test
  void formulasAreReckonedNowAndWhenTheFileIsOpened() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(fill(SampleForm.workbook())))) {
      assertThat(book.getForceFormulaRecalculation()).isTrue();
      assertThat(book.getSheet("进展表").getRow(7).getCell(1).getNumericCellValue()).isEqualTo(12);
      assertThat(book.getSheet("汇总").getRow(0).getCell(1).getNumericCellValue()).isEqualTo(12);
      assertThat(book.getSheet("进展表").getRow(8).getCell(0).getStringCellValue())
          .isEqualTo("共12项，全部报送");
    }
  }

  @Test
  void valuesTakeTheFormOfTheirCells() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(fill(SampleForm.workbook())))) {
      XSSFSheet sheet = book.getSheet("进展表");
      DataFormatter shown = new DataFormatter();
      assertThat(shown.formatCellValue(sheet.getRow(4).getCell(5))).isEqualTo("66.7%");
      assertThat(shown.formatCellValue(sheet.getRow(1).getCell(6))).isEqualTo("2026-09-10");
      assertThat(sheet.getRow(4).getCell(5).getNumericCellValue()).isEqualTo(0.667);
    }
  }

  @Test
  void aTextIsNeverAFormula() throws IOException {
    for (String text :
        List.of("=1+1", "@SUM(1)", "+1", "-2", "=HYPERLINK(\"x\")", "_x0041_", "甲\n乙")) {
      byte[] after =
          FormFile.open(FileKind.EXCEL, SampleForm.workbook())
              .with(Map.of(STATE, new CellValue.Words(text)));
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(after))) {
        var cell = book.getSheet("进展表").getRow(4).getCell(6);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
      }
    }
  }

  @Test
  void aFormulaIsNeverWrittenOver() {
    FormFile form = FormFile.open(FileKind.EXCEL, SampleForm.workbook());

    assertThatThrownBy(() -> form.with(Map.of(at("进展表", "B8"), CellValue.NOTHING)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThatThrownBy(() -> FormFile.open(FileKind.EXCEL, new byte[] {'P', 'K', 3, 4, 0}))
        .isInstanceOf(FormFile.Unreadable.class);
    assertThatThrownBy(() -> FormFile.open(FileKind.WORD, SampleForm.workbook()))
        .isInstanceOf(FormFile.Unreadable.class);
  }

  @Test
  void aTableOfADocumentKeepsItsHandAndItsMergedCells() throws IOException {
    byte[] before = SampleForm.document();
    FormFile form = FormFile.open(FileKind.WORD, before);
    FormCell title = form.grid().find(at("1", "A1")).orElseThrow();
    FormCell name = form.grid().find(at("1", "A3")).orElseThrow();
    assertThat(title.columnSpan()).isEqualTo(3);
    assertThat(name.rowSpan()).isEqualTo(2);
    assertThat(form.grid().label(at("1", "C3"))).isEqualTo("禾汀县财政局 / 重点工作进展 / 工作进展");

    byte[] after =
        form.with(
            Map.of(
                at("1", "B3"),
                CellValue.Amount.of(2),
                at("1", "C3"),
                new CellValue.Words("已拨付。\n下月再拨。")));

    Map<String, byte[]> was = parts(before);
    parts(after)
        .forEach(
            (part, bytes) -> {
              if (!part.equals("word/document.xml")) {
                assertThat(Arrays.equals(bytes, was.get(part))).as(part).isTrue();
              }
            });
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(after))) {
      var table = document.getTables().getFirst();
      assertThat(table.getRow(2).getCell(1).getText()).isEqualTo("2");
      var run = table.getRow(2).getCell(2).getParagraphs().getFirst().getRuns().getFirst();
      assertThat(run.text()).isEqualTo("已拨付。\n下月再拨。");
      assertThat(run.getColor()).isEqualTo("C00000");
      assertThat(run.isBold()).isTrue();
      assertThat(table.getRow(3).getCell(0).getCTTc().getTcPr().isSetVMerge()).isTrue();
      assertThat(table.getRow(0).getTableCells()).hasSize(1);
      assertThat(document.getParagraphs().getLast().getText()).isEqualTo("注：按月填报。");
    }
  }

  private static byte[] fill(byte[] form) {
    return FormFile.open(FileKind.EXCEL, form)
        .with(
            Map.of(
                TASKS, CellValue.Amount.of(12),
                SHARE, new CellValue.Amount(new BigDecimal("66.7"), true),
                STATE, new CellValue.Words("推进中"),
                DAY, new CellValue.Day(LocalDate.of(2026, 9, 10), "2026年9月10日")));
  }

  /** All that a workbook is besides the values of some cells and what formulas come to. */
  private static Map<String, Object> model(byte[] content, Set<Place> without) throws IOException {
    Map<String, Object> model = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        String name = sheet.getSheetName();
        model.put(name + " hidden", book.isSheetHidden(i));
        model.put(name + " print", String.valueOf(book.getPrintArea(i)));
        model.put(name + " merged", sheet.getMergedRegions().toString());
        model.put(
            name + " lists",
            sheet.getDataValidations().stream()
                .map(
                    rule ->
                        List.of(rule.getValidationConstraint().getExplicitListValues())
                            + rule.getRegions().getCellRangeAddresses()[0].formatAsString())
                .toList());
        model.put(name + " pane", String.valueOf(sheet.getPaneInformation()).length());
        for (int column = 0; column < 8; column++) {
          model.put(name + " width " + column, sheet.getColumnWidth(column));
        }
        sheet.forEach(
            row ->
                row.forEach(
                    cell -> {
                      Place place = new Place(name, cell.getRowIndex(), cell.getColumnIndex());
                      String value =
                          cell.getCellType() == CellType.FORMULA
                              ? "=" + cell.getCellFormula()
                              : without.contains(place) ? "*" : cell.toString();
                      model.put(place.text(), cell.getCellStyle().getIndex() + " " + value);
                    }));
      }
    }
    return model;
  }

  static Map<String, byte[]> parts(byte[] content) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  static Place at(String sheet, String address) {
    return Place.at(sheet, address).orElseThrow();
  }
}
