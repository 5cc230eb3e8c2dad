package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as text: RFC 4180 and what people send instead. */
class CsvFileTests {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "UTF-8 with mark", "GB18030", "UTF-16LE", "UTF-16BE"})
  void readsTheEncodingsInWhichChineseTablesAreSaved(String encoding) throws IOException {
    String text = "样品,镉（mg/kg）,说明\r\nS1,0.30,𠮷田㐀\r\n";

    assertThat(Readings.lines(encoded(text, encoding)))
        .containsExactly("1: 样品|镉（mg/kg）|说明", "2: S1|0.30|𠮷田㐀");
  }

  private Path encoded(String text, String encoding) throws IOException {
    String mark = encoding.equals("UTF-8") || encoding.equals("GB18030") ? "" : "\uFEFF";
    return bytes((mark + text).getBytes(Charset.forName(encoding.replace(" with mark", ""))));
  }

  private Path bytes(byte[] content) throws IOException {
    return Files.write(folder.resolve("table.csv"), content);
  }

  private Path text(String content) throws IOException {
    return bytes(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesTextForGb18030WhereOnlyItsLastRowIsChinese() throws IOException {
    String text = "sample,note\n" + "S1,x\n".repeat(100_000) + "S2,水稻土\n";

    assertThat(Readings.lines(encoded(text, "GB18030")).getLast()).isEqualTo("100002: S2|水稻土");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '#',
      value = {
        "comma#,",
        "tab#`\t`",
        "semicolon#;",
        "full-width comma#，",
        "full-width semicolon#；",
      })
  void findsTheSeparator(String name, String separator) throws IOException {
    String text =
        String.join(separator, "样品", "镉", "备注")
            + "\n"
            + String.join(separator, "S1", "0.3", "“干、湿”")
            + "\n"
            + String.join(separator, "S2", "0.4", "");

    assertThat(Readings.lines(text(text)))
        .containsExactly("1: 样品|镉|备注", "2: S1|0.3|“干、湿”", "3: S2|0.4");
  }

  @Test
  void takesTheSemicolonWhereTheCommaIsThePointOfDecimals() throws IOException {
    assertThat(Readings.lines(text("sample;Cd;As\nS1;0,3;10,5\nS2;0,4;9,5\n")))
        .containsExactly("1: sample|Cd|As", "2: S1|0,3|10,5", "3: S2|0,4|9,5");
  }

  @Test
  void readsQuotationMarks() throws IOException {
    assertThat(Readings.lines(text("a,\"b,1\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"x,y\n")))
        .containsExactly("1: a|b,1|say \"no\"", "2: two\nlines|x|y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsRowsAsSpreadsheetsDo(String lineEnd) throws IOException {
    String text = String.join(lineEnd, "a,b", "", " , ", "\"c" + lineEnd + "d\",e", "f");

    assertThat(Readings.lines(text(text)))
        .containsExactly("1: a|b", "4: c" + lineEnd + "d|e", "5: f");
  }

  @Test
  void givesRaggedRowsAsTheyAre() throws IOException {
    SheetFile file = Readings.open(text("a,b,c\n1\n1,2,3,4,,\n"));
    List<Row> rows = Readings.rows(file, "");

    assertThat(rows.stream().map(Readings::line)).containsExactly("1: a|b|c", "2: 1", "3: 1|2|3|4");
    assertThat(rows.get(1).cell(3).isEmpty()).isTrue();
    assertThat(rows.get(1).cell(3).address()).hasToString("C2");
  }

  @Test
  void stripsTheWhiteSpaceOfAllScripts() throws IOException {
    assertThat(Readings.lines(text("\u3000a\u00A0,\u200Bb\t,\" c \"\n")))
        .containsExactly("1: a|b|c");
  }

  @Test
  void marksBytesThatAreNoText() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("样品,镉\n甲地".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes(",0.3\n".getBytes(StandardCharsets.UTF_8));
    Path file = bytes(bytes.toByteArray());

    assertThat(Readings.faults(file)).containsExactly("A2 broken-text");
    assertThat(Readings.lines(file)).containsExactly("1: 样品|镉", "2: 甲地\uFFFD|0.3");
  }

  @Test
  void neverTakesANumberWithAControlCharacterForSound() throws IOException {
    Path file = text("样品,镉\nS1,0.\0" + "3\nS2,0.4\n");

    assertThat(Readings.faults(file)).containsExactly("B2 control-character");
    assertThat(Readings.lines(file)).contains("2: S1|0.\uFFFD3", "3: S2|0.4");
  }

  @Test
  void doesNotLetAnOpenQuotationMarkSwallowTheFile() throws IOException {
    Path file = text("a,b\n1,\"2\n3,4\n5,6\n");

    assertThat(Readings.faults(file)).containsExactly("B2 unclosed-quote");
    assertThat(Readings.lines(file)).containsExactly("1: a|b", "2: 1|\"2", "3: 3|4", "4: 5|6");
  }

  @Test
  void saysThatARowIsWiderThanWhatIsRead() throws IOException {
    Path file = text("a" + ",".repeat(Limits.COLUMNS) + "lost\n");

    assertThat(Readings.faults(file)).containsExactly("AMJ1 wide-row");
  }

  @Test
  void stopsWhereItsReaderHasEnough() throws IOException {
    List<Integer> seen = new ArrayList<>();
    SheetFile file = Readings.open(text("1\n2\n3\n"));

    assertThat(file.rowsWhile("", row -> seen.add(row.number()) && row.number() < 2)).isEmpty();
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void tellsItsProgressUpToTheEnd() throws IOException {
    List<Double> shares = new ArrayList<>();
    SheetFile file = Readings.open(text("样品,镉\n".repeat(50_000))).watchedBy(shares::add);

    Readings.rows(file, "");
    assertThat(shares).isSorted().hasSizeGreaterThan(5).endsWith(1.0);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '#',
      value = {
        "``#empty",
        "`  \r\n `#empty",
        "`<html><table></table></html>`#markup",
        "`<?xml version=\"1.0\"?><Workbook/>`#markup",
        "`%PDF-1.7 x`#no-table",
      })
  void refusesWhatIsNoTable(String content, String problem) throws IOException {
    assertThat(Readings.refusal(text(content))).isEqualTo(problem);
  }

  @Test
  void refusesWhatCannotBeReadAtAll() {
    assertThat(Readings.refusal(folder.resolve("absent.csv"))).isEqualTo("unreachable");
    assertThat(Readings.refusal(folder)).isEqualTo("unreachable");
  }

  @Test
  void refusesAPicture() throws IOException {
    byte[] picture = new byte[4_000];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (i * 31 % 251);
    }
    assertThat(Readings.refusal(bytes(picture))).isEqualTo("no-table");
  }
}
