package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingtu.sheets.Cell.Kind;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets of workbooks: ECMA-376 part 1, clause 18. */
class WorkbookTests {

  @TempDir Path folder;

  private Path write(MadeWorkbook workbook) {
    return workbook.write(folder.resolve("book.xlsx"));
  }

  private Cell cell(MadeWorkbook workbook) {
    SheetFile file = Readings.open(write(workbook));
    return Readings.rows(file, file.sheets().getFirst()).getFirst().cell(1);
  }

  @Test
  void readsSharedInlineAndFormulaTexts() {
    MadeWorkbook workbook =
        new MadeWorkbook()
            .shared(
                "<si><t>样品</t></si>"
                    + "<si><r><t xml:space=\"preserve\">镉 </t></r><r><rPr><b/></rPr><t>(mg/kg)</t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>カドミウム</t></rPh></si>"
                    + "<si><t>a_x000D_b_x005F_x</t></si><si/>")
            .rows(
                "S",
                """
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>
                <c r="D2" t="inlineStr"><is><t>直</t><rPh><t>x</t></rPh></is></c>
                <c r="E2" t="str"><f>A2&amp;"x"</f><v>样品x</v></c><c r="F2" t="s"><v>2</v></c>
                <c r="G2" t="s"><v>3</v></c></row>
                """);

    assertThat(Readings.lines(write(workbook))).containsExactly("2: 样品|镉 (mg/kg)||直|样品x|a\rb_x");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0.1, 0.1",
    "0.10000000000000001, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "5, 5",
    "5.0, 5",
    "1E-3, 0.001",
    "1.2E+20, 120000000000000000000",
    "123456789012345678, 123456789012345680",
    "-0.50, -0.5",
    "-0, 0",
    "007, 7",
    ".5, 0.5",
    "3., 3",
    "100, 100",
  })
  void writesANumberAsTheShortestDecimalThatGivesItBack(String stored, String expected) {
    Cell cell = cell(new MadeWorkbook().rows("S", "<row><c><v>" + stored + "</v></c></row>"));

    assertThat(cell.kind()).isEqualTo(Kind.NUMBER);
    assertThat(cell.text()).isEqualTo(expected);
    assertThat(Double.parseDouble(cell.text())).isEqualTo(Double.parseDouble(stored));
  }

  /** ECMA-376 part 1, 18.8.30, 18.8.31 and 18.17.4. */
  @ParameterizedTest(name = "{1} shown as {0} is {2}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "14 | 45413 | DATE | 2024-05-01",
        "22 | 45413.354166666664 | DATE | 2024-05-01T08:30:00",
        "31 | 45413 | DATE | 2024-05-01",
        "57 | 45413 | DATE | 2024-05-01",
        "20 | 0.354166666666667 | DATE | 08:30:00",
        "yyyy\"年\"m\"月\"d\"日\";@ | 45413 | DATE | 2024-05-01",
        "[$-804]yyyy\\-mm\\-dd | 45413 | DATE | 2024-05-01",
        "yyyy-mm-dd hh:mm:ss.000 | 45413.5000000116 | DATE | 2024-05-01T12:00:00.001",
        "14 | 59 | DATE | 1900-02-28",
        "14 | 61 | DATE | 1900-03-01",
        "14 | 45413.9999999999 | DATE | 2024-05-02",
        "14 | 60 | NUMBER | 60",
        "14 | -1 | NUMBER | -1",
        "14 | 2958466 | NUMBER | 2958466",
        "14 | 2958465 | DATE | 9999-12-31",
        "[h]:mm | 1.5 | NUMBER | 1.5",
        "46 | 1.5 | NUMBER | 1.5",
        "0.00\"mg/kg\" | 0.3 | NUMBER | 0.3",
        "[Red]0.00 | 0.3 | NUMBER | 0.3",
        "0.00E+00 | 0.3 | NUMBER | 0.3",
        "G/通用格式 | 45413 | NUMBER | 45413",
        "General | 45413 | NUMBER | 45413",
      })
  void tellsDatesByTheirFormat(String format, String stored, Kind kind, String text) {
    Cell cell =
        cell(
            new MadeWorkbook()
                .formats(format)
                .rows("S", "<row><c s=\"1\"><v>" + stored + "</v></c></row>"));

    assertThat(cell.kind()).isEqualTo(kind);
    assertThat(cell.text()).isEqualTo(text);
  }

  @Test
  void countsDaysFrom1904WhereTheFileDoes() {
    Cell cell =
        cell(
            new MadeWorkbook()
                .properties("date1904=\"1\"")
                .formats("14")
                .rows("S", "<row><c s=\"1\"><v>43951</v></c></row>"));

    assertThat(cell.text()).isEqualTo("2024-05-01");
  }

  @ParameterizedTest
  @CsvSource({"9, true", "0.00%, true", "0.00, false", "0\"%\", true"})
  void saysThatANumberIsShownAsPercent(String format, boolean percent) {
    Cell cell =
        cell(new MadeWorkbook().formats(format).rows("S", "<row><c s=\"1\"><v>0.05</v></c></row>"));

    assertThat(cell.text()).isEqualTo("0.05");
    assertThat(cell.shownAsPercent()).isEqualTo(percent);
  }

  @Test
  void readsFlagsErrorsAndIsoDates() {
    Path file =
        write(
            new MadeWorkbook()
                .rows(
                    "S",
                    """
                    <row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c>
                    <c t="d"><v>2024-05-01</v></c><c t="str"><f>""</f><v></v></c></row>
                    """));

    assertThat(Readings.lines(file)).containsExactly("1: TRUE|FALSE|#DIV/0!|2024-05-01");
    assertThat(Readings.rows(Readings.open(file), "S").getFirst().cells())
        .extracting(Cell::kind)
        .containsExactly(Kind.FLAG, Kind.FLAG, Kind.ERROR, Kind.DATE);
  }

  @Test
  void tellsWhatTheFileLacks() {
    MadeWorkbook workbook =
        new MadeWorkbook()
            .rows(
                "S",
                """
                <row r="3"><c r="A3"><f>1+1</f></c><c r="B3" t="s"><v>7</v></c>
                <c r="C3"><v>1,5</v></c><c r="D3"><v>1e999</v></c><c r="XFD3"><v>1</v></c></row>
                """);

    assertThat(Readings.faults(write(workbook)))
        .containsExactly(
            "S!A3 formula-without-value",
            "S!B3 missing-text",
            "S!C3 broken-number",
            "S!D3 broken-number",
            "S!AMJ3 wide-row");
  }

  @Test
  void countsRowsAndCellsThatAreNotNumbered() {
    Path file =
        write(
            new MadeWorkbook()
                .rows(
                    "S",
                    """
                    <row><c><v>1</v></c><c><v>2</v></c></row>
                    <row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row>
                    """));

    assertThat(Readings.lines(file)).containsExactly("1: 1|2", "5: ||3|4", "7: 5");
  }

  @Test
  void listsSheetsAndTellsTheHiddenOnes() {
    SheetFile file =
        Readings.open(
            write(
                new MadeWorkbook()
                    .rows("数据 &amp; 结果", "")
                    .sheet("旧", "hidden", "<sheetData/>")
                    .sheet("码", "veryHidden", "<sheetData/>")));

    assertThat(file.sheets()).containsExactly("数据 & 结果", "旧", "码");
    assertThat(file.sheets()).filteredOn(file::isHidden).containsExactly("旧", "码");
    assertThatThrownBy(() -> file.rows("无", row -> {}))
        .isInstanceOf(SheetFile.UnknownSheet.class)
        .hasMessageContaining("无");
  }

  @Test
  void knowsMergedAreas() {
    SheetFile file =
        Readings.open(
            write(
                new MadeWorkbook()
                    .sheet(
                        "S",
                        "<sheetData/><mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"x\"/>"
                            + "<mergeCell ref=\"$D$4\"/></mergeCells>")));

    assertThat(file.merged("S"))
        .containsExactly(new CellArea(1, 1, 2, 3), new CellArea(4, 4, 4, 4));
  }

  @Test
  void readsTheStrictFormAndPrefixes() {
    MadeWorkbook workbook =
        new MadeWorkbook()
            .rows("S", "")
            .part(
                "xl/worksheets/sheet1.xml",
                """
                <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"
                  xmlns:o="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c>
                <o:c r="B1"><o:v>8</o:v></o:c></x:row></x:sheetData></x:worksheet>
                """);

    assertThat(Readings.lines(write(workbook))).containsExactly("1: 7");
  }

  @Test
  void readsWhatFastexcelWrites() throws IOException {
    Path file = folder.resolve("fast.xlsx");
    try (OutputStream target = Files.newOutputStream(file);
        var workbook = new org.dhatim.fastexcel.Workbook(target, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("数据");
      sheet.value(0, 0, "样品");
      sheet.value(1, 0, "S1");
      sheet.value(1, 1, 0.1);
      sheet.value(1, 2, java.time.LocalDate.of(2024, 5, 1));
      sheet.style(1, 2).format("yyyy-MM-dd").set();
      sheet.value(1, 3, true);
      sheet.formula(1, 4, "B2*2");
    }

    assertThat(Readings.lines(file)).containsExactly("1: 样品", "2: S1|0.1|2024-05-01|TRUE");
    assertThat(Readings.faults(file)).containsExactly("数据!E2 formula-without-value");
  }

  @Test
  void keepsALongTableOfTextsInAFileAndReadsItTwice() {
    StringBuilder texts = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    String filling = "土".repeat(200);
    for (int i = 0; i < 30_000; i++) {
      texts.append("<si><t>").append(i).append(filling).append("</t></si>");
      rows.append("<row><c t=\"s\"><v>").append(29_999 - i).append("</v></c></row>");
    }
    SheetFile file =
        Readings.open(
            write(new MadeWorkbook().shared(texts.toString()).rows("S", rows.toString())));

    for (int pass = 0; pass < 2; pass++) {
      List<Row> read = Readings.rows(file, "S");
      assertThat(read).hasSize(30_000);
      assertThat(read)
          .allSatisfy(
              row -> assertThat(row.cell(1).text()).isEqualTo((30_000 - row.number()) + filling));
    }
  }

  @Test
  void tellsItsProgressAndStopsWhenAsked() {
    String rows = "<row><c><v>1.25</v></c></row>".repeat(50_000);
    List<Double> shares = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    SheetFile file =
        Readings.open(write(new MadeWorkbook().rows("S", rows))).watchedBy(shares::add);

    file.rowsWhile("S", row -> seen.add(row.number()) && row.number() < 3);
    assertThat(seen).containsExactly(1, 2, 3);
    shares.clear();
    Readings.rows(file, "S");
    assertThat(shares).isSorted().hasSizeGreaterThan(5).endsWith(1.0);
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    Path file = folder.resolve("some.xlsx");
    byte[] compound = new byte[2_048];
    byte[] mark = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(mark, 0, compound, 0, mark.length);
    compound[30] = 9;
    Files.write(file, compound);
    assertThat(Readings.refusal(file)).isEqualTo("old-workbook");

    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, compound, 512 + 256, name.length);
    Files.write(file, compound);
    assertThat(Readings.refusal(file)).isEqualTo("encrypted");

    MadeWorkbook.zip(file, Map.of("content.xml", new byte[0]));
    assertThat(Readings.refusal(file)).isEqualTo("other-workbook");
    MadeWorkbook.zip(file, Map.of("readme.txt", new byte[0]));
    assertThat(Readings.refusal(file)).isEqualTo("other-zip");
    new MadeWorkbook().part("xl/workbook.xml", "<w:document xmlns:w=\"urn:w\"/>").write(file);
    assertThat(Readings.refusal(file)).isEqualTo("other-zip");
  }
}
