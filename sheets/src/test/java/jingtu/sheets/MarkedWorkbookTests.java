package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jingtu.testing.Office;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked copies, read back by Apache POI, which shares no code with what wrote them. */
class MarkedWorkbookTests {

  private static final String SAYS = "【检查意见】\n文件把“x”记为数值，但它不是数。 请核对原件，重新填写这个单元格。";
  private static final String SAYS_IN_ENGLISH = "[Finding]\nThe file calls 'x' a number";

  @TempDir Path folder;

  private static CellFinding finding(String sheet, String cell) {
    CellReference at = new CellReference(cell);
    return Unreadable.inCell(
        new CellAddress(sheet, at.getRow() + 1, at.getCol() + 1), "broken-number", "x");
  }

  private Path mark(Path file, Language language, CellFinding... findings) {
    try {
      Path copy = Files.createTempFile(folder, "copy", ".xlsx");
      assertThat(MarkedCopy.write(file, copy, List.of(findings), language)).isEmpty();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet as people make them: a title, formats, a fill, a formula, a comment, an empty row. */
  private Path original() {
    Path file = folder.resolve("original.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("数据");
      workbook.createSheet("说明 'x' 页").createRow(0).createCell(0).setCellValue("不动");
      XSSFCellStyle yellow = workbook.createCellStyle();
      yellow.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xFF, (byte) 0xFF, 0}));
      yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      yellow.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
      XSSFCellStyle bold = workbook.createCellStyle();
      bold.setFont(workbook.createFont());
      bold.getFont().setBold(true);
      sheet.setDefaultColumnStyle(4, bold);
      sheet.createRow(0).createCell(0).setCellValue("样品");
      sheet.getRow(0).createCell(1).setCellValue("镉");
      sheet.createRow(1).createCell(0).setCellValue("S1");
      XSSFCell percent = sheet.getRow(1).createCell(1);
      percent.setCellValue(0.05);
      percent.setCellStyle(yellow);
      sheet.getRow(1).createCell(3).setCellFormula("B2*2");
      sheet.getRow(1).getCell(3).setCellValue(0.1);
      comment(sheet, percent, "复核过");
      sheet.createRow(4).createCell(0).setCellValue("S2");
      try (var target = Files.newOutputStream(file)) {
        workbook.write(target);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void comment(XSSFSheet sheet, XSSFCell cell, String words) {
    var helper = sheet.getWorkbook().getCreationHelper();
    var anchor = helper.createClientAnchor();
    anchor.setRow2(3);
    anchor.setCol2(3);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(words));
    comment.setAuthor("王工");
    cell.setCellComment(comment);
  }

  /** Marked cells with their comments, of all sheets: {@code 数据!B2 words}. */
  private static List<String> marks(Path file) {
    List<String> marks = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          for (Cell cell : row) {
            XSSFColor colour = ((XSSFCell) cell).getCellStyle().getFillForegroundColorColor();
            boolean filled = colour != null && "FFFFC9A3".equals(colour.getARGBHex());
            Comment comment = cell.getCellComment();
            String words = comment == null ? "-" : comment.getString().getString();
            if (filled || comment != null) {
              marks.add(
                  (filled ? "" : "unfilled ")
                      + sheet.getSheetName()
                      + "!"
                      + cell.getAddress()
                      + " "
                      + words);
            }
          }
        }
      }
      return marks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parts(Path file) {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(Map<String, String> parts, String name) {
    return parts.getOrDefault(name, "");
  }

  @Test
  void fillsCellsAndSaysInCommentsWhatIsWrong() {
    Path copy =
        mark(
            original(),
            Language.ZH,
            finding("数据", "B1"),
            finding("数据", "C2"),
            finding("数据", "A4"),
            finding("数据", "E5"),
            finding("数据", "F9"));

    assertThat(marks(copy))
        .containsExactly(
            "数据!B1 " + SAYS,
            "unfilled 数据!B2 复核过",
            "数据!C2 " + SAYS,
            "数据!A4 " + SAYS,
            "数据!E5 " + SAYS,
            "数据!F9 " + SAYS);
  }

  @Test
  void keepsTheFormatOfAMarkedCellAndTheCommentOfAPerson() throws IOException {
    Path copy =
        mark(
            original(), Language.ZH, finding("数据", "B2"), finding("数据", "B2"), finding("数据", "E2"));

    assertThat(marks(copy).getFirst())
        .isEqualTo("数据!B2 复核过\n" + SAYS + SAYS.substring(SAYS.indexOf('\n')));
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      XSSFSheet sheet = workbook.getSheet("数据");
      assertThat(sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString())
          .isEqualTo("0.00%");
      assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(0.05);
      assertThat(sheet.getRow(1).getCell(1).getCellComment().getAuthor()).isEqualTo("王工");
      assertThat(sheet.getRow(1).getCell(3).getCellFormula()).isEqualTo("B2*2");
      assertThat(sheet.getRow(1).getCell(4).getCellStyle().getFont().getBold()).isTrue();
    }
  }

  @Test
  void listsAllFindingsInASheetOfTheirOwnWithAWayToEachCell() throws IOException {
    Path copy =
        mark(
            original(),
            Language.ZH,
            finding("数据", "B2"),
            finding("说明 'x' 页", "A1"),
            finding("无", "A1"));

    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      XSSFSheet list = workbook.getSheetAt(2);
      assertThat(list.getSheetName()).isEqualTo("检查意见");
      assertThat(list.getRow(0).getCell(0).getStringCellValue()).isEqualTo("位置");
      assertThat(list.getRow(1).getCell(0).getStringCellValue()).isEqualTo("数据!B2");
      assertThat(list.getRow(1).getCell(1).getStringCellValue()).isEqualTo("文件把“x”记为数值，但它不是数。");
      assertThat(list.getRow(1).getCell(2).getStringCellValue()).isEqualTo("请核对原件，重新填写这个单元格。");
      assertThat(list.getHyperlinkList())
          .extracting(link -> link.getCellRef() + " " + link.getLocation())
          .containsExactly("A2 '数据'!B2", "A3 '说明 ''x'' 页'!A1");
    }
  }

  @Test
  void leavesEveryPartAsItWasThatFindingsDoNotTouch() {
    Path original = original();
    Map<String, String> before = parts(original);
    Map<String, String> after = parts(mark(original, Language.ZH, finding("说明 'x' 页", "A1")));

    for (String part :
        List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "docProps/core.xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml")) {
      assertThat(after.get(part)).as(part).isEqualTo(before.get(part));
    }
    String sheet = part(before, "xl/worksheets/sheet2.xml");
    assertThat(part(after, "xl/worksheets/sheet2.xml").replaceFirst(" s=\"\\d+\"", " s=\"0\""))
        .isEqualTo(
            sheet.replace(
                "</worksheet>",
                "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                    + " r:id=\"rIdJingtu2\"/></worksheet>"));
  }

  @Test
  void replacesTheMarksOfAnEarlierCopyAlsoOfAnotherLanguage() throws IOException {
    Path first =
        mark(
            original(), Language.EN, finding("数据", "B2"), finding("数据", "A5"), finding("数据", "F9"));
    assertThat(marks(first).getFirst()).startsWith("数据!B2 复核过\n" + SAYS_IN_ENGLISH);

    Path second = mark(first, Language.ZH, finding("数据", "A5"), finding("数据", "A1"));
    assertThat(marks(second))
        .containsExactly("数据!A1 " + SAYS, "unfilled 数据!B2 复核过", "数据!A5 " + SAYS);

    Path third = mark(second, Language.ZH);
    assertThat(marks(third)).containsExactly("unfilled 数据!B2 复核过");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(third))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      assertThat(workbook.getSheetAt(2).getRow(1).getCell(1).getStringCellValue())
          .isEqualTo("没有发现问题。");
      XSSFCellStyle own = workbook.getSheet("数据").getRow(1).getCell(1).getCellStyle();
      assertThat(own.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFFFF00");
      assertThat(own.getDataFormatString()).isEqualTo("0.00%");
    }
  }

  @Test
  void doesNotGrowWhereAFileGoesToAndFro() {
    CellFinding[] findings = {finding("数据", "B2"), finding("数据", "A5"), finding("数据", "F9")};
    Path first = mark(original(), Language.ZH, findings);
    Path second = mark(first, Language.ZH, findings);

    Map<String, String> before = parts(first);
    Map<String, String> after = parts(second);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((part, content) -> assertThat(after.get(part)).as(part).isEqualTo(content));
  }

  @Test
  void marksAWorkbookWithoutStylesCommentsOrRows() {
    Path file =
        new MadeWorkbook()
            .sheet(
                "空",
                "<sheetData/><pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"1\" footer=\"1\"/>")
            .rows("有", "<row r=\"2\" spans=\"1:1\"/><row r=\"4\"><c r=\"B4\"><v>1</v></c></row>")
            .write(folder.resolve("bare.xlsx"));
    Path copy =
        mark(
            file,
            Language.ZH,
            finding("空", "B2"),
            finding("有", "A1"),
            finding("有", "B2"),
            finding("有", "A4"),
            finding("有", "B4"),
            finding("有", "C4"));

    assertThat(marks(copy))
        .containsExactly(
            "空!B2 " + SAYS,
            "有!A1 " + SAYS,
            "有!B2 " + SAYS,
            "有!A4 " + SAYS,
            "有!B4 " + SAYS,
            "有!C4 " + SAYS);
    assertThat(part(parts(copy), "xl/worksheets/sheet2.xml"))
        .containsSubsequence(
            "<row r=\"1\"", "\"A1\"", "<row r=\"2\"", "\"B2\"", "\"A4\"", "\"B4\"", "\"C4\"");
  }

  @Test
  void findsAnotherNameWhereASheetOfThatNameIsNotOurs() throws IOException {
    Path file =
        new MadeWorkbook()
            .rows("检查意见", "<row><c t=\"inlineStr\"><is><t>领导意见</t></is></c></row>")
            .write(folder.resolve("named.xlsx"));
    Path copy =
        mark(mark(file, Language.ZH, finding("检查意见", "A1")), Language.ZH, finding("检查意见", "A2"));

    assertThat(Readings.open(copy).sheets()).containsExactly("检查意见", "检查意见 2");
    assertThat(Readings.lines(copy)).containsExactly("1: 领导意见");
  }

  @Test
  void keepsPrefixesAndBothBytesOfUtf16() {
    Path file =
        new MadeWorkbook()
            .rows("S", "")
            .part(
                "xl/worksheets/sheet1.xml",
                """
                <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>镉 &#8805; 𠮷</x:t></x:is></x:c>\
                </x:row></x:sheetData></x:worksheet>
                """)
            .write(folder.resolve("prefix.xlsx"));
    Path copy = mark(file, Language.ZH, finding("S", "A1"), finding("S", "C3"));

    assertThat(Readings.lines(copy)).containsExactly("1: 镉 ≥ 𠮷");
    assertThat(marks(copy)).containsExactly("S!A1 " + SAYS, "S!C3 " + SAYS);
    assertThat(parts(copy).get("xl/worksheets/sheet1.xml"))
        .contains("&#8805; 𠮷", "<x:legacyDrawing");
  }

  @Test
  void isReadByLibreOfficeAndCleanedWhenItComesBackFromThere() {
    CellFinding[] findings = {finding("数据", "B2"), finding("数据", "A5"), finding("数据", "F9")};
    Path saved = Office.convert(folder, mark(original(), Language.ZH, findings), "xlsx");

    assertThat(marks(saved))
        .containsExactly("数据!B2 复核过\n" + SAYS, "数据!A5 " + SAYS, "数据!F9 " + SAYS);
    assertThat(Readings.open(saved).sheets()).containsExactly("数据", "说明 'x' 页", "检查意见");
    assertThat(Readings.lines(saved)).containsExactly("1: 样品|镉", "2: S1|0.05||0.1", "5: S2");

    Path again = mark(saved, Language.ZH, finding("数据", "A1"));
    assertThat(marks(again)).containsExactly("数据!A1 " + SAYS, "unfilled 数据!B2 复核过");
    assertThat(Readings.open(again).sheets()).containsExactly("数据", "说明 'x' 页", "检查意见");
  }
}
