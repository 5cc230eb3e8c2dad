package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedCsvTests {

  @TempDir Path folder;

  private static CellFinding finding(int row, int column) {
    return Unreadable.inCell(new CellAddress("", row, column), "broken-number", "x");
  }

  private static String words(String cell) {
    return cell + ": 文件把“x”记为数值，但它不是数。 请核对原件，重新填写这个单元格。";
  }

  private static String says(String cell) {
    return '"' + words(cell) + '"';
  }

  private static final String NAME = "\"检查意见\"";

  private byte[] mark(byte[] original, Language language, CellFinding... findings) {
    try {
      Path file = Files.write(folder.resolve("in.csv"), original);
      Path copy = folder.resolve("out.csv");
      assertThat(MarkedCopy.write(file, copy, List.of(findings), language)).isEmpty();
      return Files.readAllBytes(copy);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String mark(String original, CellFinding... findings) {
    return new String(
        mark(original.getBytes(StandardCharsets.UTF_8), Language.ZH, findings),
        StandardCharsets.UTF_8);
  }

  @Test
  void addsAColumnBehindTheWidestRow() {
    assertThat(mark("a,b\n1,2,3\n4\n", finding(2, 2), finding(3, 1)))
        .isEqualTo("a,b\n1,2,3,\"检查意见 " + words("B2") + "\"\n4,,," + says("A3") + "\n");
    assertThat(mark("a,b\n1,2\n", finding(2, 2)))
        .isEqualTo("a,b," + NAME + "\n1,2," + says("B2") + "\n");
  }

  @Test
  void joinsTheFindingsOfARowAndTellsThoseOfTheHeaderBesideTheName() {
    assertThat(mark("a;b\r\n1;2", finding(1, 2), finding(2, 2), finding(2, 1), finding(2, 2)))
        .isEqualTo(
            "a;b;\"检查意见 "
                + words("B1")
                + "\"\r\n1;2;\""
                + words("A2")
                + " "
                + words("B2")
                + " "
                + words("B2")
                + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void keepsTheEncodingAndItsMark(String encoding) {
    String mark = encoding.equals("GB18030") ? "" : "\uFEFF";
    Charset charset = Charset.forName(encoding);
    byte[] marked =
        mark((mark + "样品\t镉\r\n𠮷\t1\r\n").getBytes(charset), Language.ZH, finding(2, 2));

    assertThat(new String(marked, charset))
        .isEqualTo(mark + "样品\t镉\t" + NAME + "\r\n𠮷\t1\t" + says("B2") + "\r\n");
  }

  @Test
  void keepsBytesThatAreNoText() {
    ByteArrayOutputStream original = new ByteArrayOutputStream();
    original.writeBytes("样品,镉\n甲".getBytes(StandardCharsets.UTF_8));
    original.write(0xE6);
    original.write(0xFF);
    original.writeBytes(",\"1\n".getBytes(StandardCharsets.UTF_8));
    byte[] marked = mark(original.toByteArray(), Language.ZH, finding(1, 1));

    byte[] unmarked = mark(marked, Language.ZH);
    assertThat(unmarked).isEqualTo(original.toByteArray());
    assertThat(marked).isNotEqualTo(unmarked);
  }

  @Test
  void keepsQuotedCellsAsTheyWereWritten() {
    assertThat(mark("\"a\",\"b \"\"c\"\"\"\n\"x\ny\",2\n", finding(2, 1)))
        .isEqualTo("\"a\",\"b \"\"c\"\"\"," + NAME + "\n\"x\ny\",2," + says("A2") + "\n");
  }

  @Test
  void replacesTheColumnOfAnEarlierCopyInEitherLanguage() {
    String original = "编号,镉\nS1,x\nS2,y\n\nS3,z\n";
    byte[] first =
        mark(original.getBytes(StandardCharsets.UTF_8), Language.EN, finding(2, 2), finding(4, 1));
    String second = new String(mark(first, Language.ZH, finding(3, 2)), StandardCharsets.UTF_8);

    assertThat(second).isEqualTo("编号,镉," + NAME + "\nS1,x\nS2,y," + says("B3") + "\n,\nS3,z\n");
    assertThat(mark(second)).isEqualTo("编号,镉\nS1,x\nS2,y\n,\nS3,z\n");
  }

  @Test
  void leavesAColumnOfThatNameAloneThatSomebodyElseFilled() {
    assertThat(mark("编号,检查意见\nS1,合格\n", finding(2, 1)))
        .isEqualTo("编号,检查意见," + NAME + "\nS1,合格," + says("A2") + "\n");
  }

  @Test
  void tellsOfRowsThatTheFileDoesNotHave() {
    assertThat(mark("a,b\n1,2", finding(9, 1)))
        .isEqualTo("a,b," + NAME + "\n1,2\n,," + says("A9") + "\n");
  }

  @Test
  void mayTakeTheOriginalsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("same.csv"), "a,b\n1,2\n");

    assertThat(MarkedCopy.write(file, file, List.of(finding(2, 1)), Language.ZH)).isEmpty();
    assertThat(file).hasContent("a,b," + NAME + "\n1,2," + says("A2") + "\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void makesNoCopyOfWhatIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("page.xls"), "<html></html>");
    Path copy = folder.resolve("copy.xls");

    assertThat(MarkedCopy.write(file, copy, List.of(), Language.ZH)).isPresent();
    assertThat(copy).doesNotExist();
  }
}
