package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.testing.Office;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan marked as a state secret is refused whatever the format of its file. */
class SecretFormatsTests {

  private static final String MARK = "机密★10年";

  private static final List<String> PLAN =
      List.of(
          "禾汀县土壤污染防治工作方案",
          "一、主要任务",
          "（一）清查堆场。2027年底前逐个登记。（县城管局牵头，县水利局参与）",
          "（二）回收农膜。2027年底前回收率达到85%。（县农业农村局牵头，县供销社参与）");

  @TempDir private Path folder = Path.of("");

  @Test
  void inText() {
    assertRefused((MARK + "\n" + String.join("\n", PLAN)).getBytes(UTF_8));
  }

  @Test
  void inAWebPage() {
    assertRefused(
        ("<html><body><p>" + MARK + "</p><p>" + String.join("</p><p>", PLAN) + "</p></body></html>")
            .getBytes(UTF_8));
  }

  @Test
  void inWord() throws IOException {
    assertRefused(word(MARK));
    assertThat(PlanFile.read(upload(word("此件公开发布")))).isInstanceOf(PlanFile.Outcome.Read.class);
  }

  @Test
  void inACellOfAWordTable() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createTable(1, 2).getRow(0).getCell(1).setText(MARK);
      assertRefused(withPlan(document));
    }
  }

  @Test
  void inACellOfASheet() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("任务");
      row(sheet, MARK);
      row(sheet, "禾汀县土壤污染防治任务分解表");
      row(sheet, "序号", "任务", "牵头单位", "责任单位", "完成时限");
      row(sheet, "1", "清查堆场，逐个登记", "县城管局", "县水利局", "2027年底");
      book.write(bytes);
      assertRefused(bytes.toByteArray());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"doc", "pdf"})
  void inWhatLibreOfficeWrites(String format) throws Exception {
    assertRefused(convert(word(MARK), format));
  }

  private static void assertRefused(byte[] content) {
    assertThat(PlanFile.read(upload(content)))
        .isInstanceOfSatisfying(
            PlanFile.Outcome.Refused.class,
            refused -> assertThat(say(refused.finding())).contains("carries the secrecy mark “机密"));
  }

  private static String say(Finding finding) {
    return finding.say(Language.EN);
  }

  private static Upload upload(byte[] content) {
    return switch (UploadCheck.check("方案", content, PlanFile.TAKEN)) {
      case UploadCheck.Outcome.Accepted(var upload) -> upload;
      case UploadCheck.Outcome.Rejected(Finding finding) -> throw new AssertionError(finding);
    };
  }

  private static byte[] word(String first) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText(first);
      return withPlan(document);
    }
  }

  private static byte[] withPlan(XWPFDocument document) throws IOException {
    PLAN.forEach(words -> document.createParagraph().createRun().setText(words));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.write(bytes);
    return bytes.toByteArray();
  }

  private static void row(XSSFSheet sheet, String... cells) {
    var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private byte[] convert(byte[] word, String format) throws IOException {
    Path source = Files.write(folder.resolve("plan.docx"), word);
    return Files.readAllBytes(Office.convert(folder, source, format));
  }
}
