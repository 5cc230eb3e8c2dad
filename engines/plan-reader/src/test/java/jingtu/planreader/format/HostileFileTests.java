package jingtu.planreader.format;

import static jingtu.planreader.format.WordFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.testing.Seeded;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file ends in a reading or a refusal, within ten seconds and with 512 MB (see the pom). */
class HostileFileTests {

  private static final int FIVE_MEGABYTES = 5 << 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void readsFiveMegabytesOfText() {
    assertThat(Hostile.read(repeated(FIVE_MEGABYTES))).isInstanceOf(PlanReading.class);
  }

  @Test
  void refusesMoreTextThanThat() {
    assertThat(Hostile.refusal(repeated(2 * FIVE_MEGABYTES)))
        .contains(Limits.TEXT_CHARACTERS + " 个字符");
  }

  private static byte[] repeated(int bytes) {
    byte[] plan = SamePlan.TEXT.getBytes(StandardCharsets.UTF_8);
    return SamePlan.TEXT.repeat(bytes / plan.length + 1).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void refusesFiveMegabytesOfParagraphsInWord() {
    String paragraph = WordFile.item(1, 0, "完成清查。（县农业农村局牵头，各乡镇参与）");
    int size = paragraph.getBytes(StandardCharsets.UTF_8).length;
    WordFile file =
        WordFile.of(paragraph.repeat(10 * FIVE_MEGABYTES / size))
            .numbering(
                WordFile.list(1, WordFile.level(0, "decimal", "%1.")) + WordFile.use(1, 1, ""));

    assertThat(Hostile.refusal(file.bytes())).contains(Limits.TEXT_CHARACTERS + " 个字符");
  }

  @Test
  void readsAHundredThousandHeadingsInsideEachOther() {
    List<String> enumerators = List.of("一、", "（一）", "1.", "（1）", "①");
    StringBuilder text = new StringBuilder("方案\n");
    for (int i = 0; i < 100_000; i++) {
      text.append(enumerators.get(Math.min(i % 7, 4))).append("标题\n");
    }

    assertThat(Hostile.read(text.toString().getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"<div><h1>一、标题</h1>", "<b><p>", "<table><tr><td>甲", "<ol><li>甲", "<i a=b>"})
  void readsElementsInsideEachOtherWithoutEnd(String open) {
    String page = "<html><body>" + open.repeat(900_000 / open.length());

    assertThat(Hostile.read(page.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void readsAListOfAHundredThousandItems() {
    String page = "<html><body><ol>" + "<li>甲".repeat(100_000);

    assertThat(Hostile.read(page.getBytes(StandardCharsets.UTF_8))).isInstanceOf(PlanReading.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "<w:vMerge/>"})
  void readsATableOfAHundredThousandRows(String merge) {
    String first = "<w:tr><w:tc/><w:tc><w:p/></w:tc></w:tr>";
    String row = "<w:tr><w:tc><w:tcPr>%s</w:tcPr><w:p/></w:tc></w:tr>".formatted(merge);
    WordFile file = WordFile.of("<w:tbl>" + first + row.repeat(100_000) + "</w:tbl>", p("完"));

    assertThat(Hostile.read(file.bytes())).isNotNull();
  }

  @Test
  void refusesTablesInsideTablesWithoutEnd() {
    String open = "<w:tbl><w:tr><w:tc>".repeat(100_000);

    assertThat(Hostile.refusal(WordFile.of(open).bytes())).contains("嵌套");
    assertThat(Hostile.refusal(WordFile.of("<w:p>" + "<w:r>".repeat(100_000)).bytes()))
        .contains("嵌套");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("_rels/.rels"));
      zip.write(
          ("<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/>"
                  + "</Relationships>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<document>".getBytes(StandardCharsets.UTF_8));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        zip.write(blanks);
      }
    }

    assertThat(bytes.size()).isLessThan(1 << 20);
    assertThat(Hostile.refusal(bytes.toByteArray())).contains("解压后大得不正常", "word/document.xml");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<!ENTITY x SYSTEM \"file:///etc/hostname\">",
        "<!ENTITY a \"ha\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">",
        "<!ENTITY % x SYSTEM \"http://localhost:1/x.dtd\"> %x;"
      })
  void refusesADocumentTypeDeclaration(String entity) {
    byte[] file =
        WordFile.of(WordFile.p("一"))
            .raw(
                "word/document.xml",
                "<!DOCTYPE d ["
                    + entity
                    + "]><document><body><p><r><t>&x;</t></r></p></body></document>")
            .bytes();

    assertThat(Hostile.refusal(file)).contains("word/document.xml", "DTD");
  }

  @Test
  void readsAnOldWordFileWhateverItsName() {
    byte[] old = OfficeWriter.convert(folder, SamePlan.asWord(), "docx", "doc");

    assertThat(PlanReader.read("方案.docx", old)).isEqualTo(PlanReader.read("方案.doc", old));
    assertThat(PlanReader.read("方案.docx", old)).isInstanceOf(PlanReading.class);
  }

  @Test
  void refusesAPdfWithoutText() {
    assertThat(Hostile.refusal(pdf(document -> {}))).contains("没有文字", "OCR");
  }

  @Test
  void refusesWhatIsLocked() throws IOException {
    byte[] pdf =
        pdf(
            document ->
                document.protect(
                    new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    ByteArrayOutputStream office = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[9]), "EncryptedPackage");
      file.writeFilesystem(office);
    }

    assertThat(Hostile.refusal(pdf)).contains("密码");
    assertThat(Hostile.refusal(office.toByteArray())).contains("密码");
  }

  @ParameterizedTest(name = "opening {0}")
  @ValueSource(
      strings = {
        "",
        "PK\u0003\u0004",
        "%PDF-1.7\n",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"
      })
  void refusesRandomBytesBehindEveryOpening(String opening) {
    byte[] content = new byte[100_000];
    Seeded.random(opening.length()).nextBytes(content);
    byte[] first = opening.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(first, 0, content, 0, first.length);

    assertThat(Hostile.refusal(content)).isNotEmpty();
  }

  /** 6,000 mutations of what can be made without other programs. */
  @Test
  void endsForEveryMutation() {
    List<byte[]> plans =
        List.of(
            SamePlan.TEXT.getBytes(StandardCharsets.UTF_8),
            SamePlan.TEXT.getBytes(Charset.forName("GB18030")),
            SamePlan.asWord(),
            TaskTable.asWord(),
            TaskTable.asSheet(),
            ("<html><body><p>" + SamePlan.TEXT.replace("\n", "<p>"))
                .getBytes(StandardCharsets.UTF_8));

    endsForMutations(6_000, plans);
  }

  /** 4,000 mutations of what LibreOffice makes of the plan and of the task table. */
  @Test
  void endsForEveryMutationOfOtherFormats() {
    byte[] plan = SamePlan.asWord();
    byte[] table = TaskTable.asWord();

    endsForMutations(
        4_000,
        List.of(
            OfficeWriter.convert(folder, plan, "docx", "doc"),
            OfficeWriter.acceptChanges(folder, plan, "pdf"),
            OfficeWriter.convert(folder, table, "docx", "doc"),
            OfficeWriter.convert(folder, table, "docx", "pdf")));
  }

  private static void endsForMutations(int count, List<byte[]> plans) {
    for (int i = 0; i < count; i++) {
      RandomGenerator random = Seeded.random(20_261_123L + i);
      byte[] mutated = mutate(plans.get(i % plans.size()), random);
      try {
        assertThat(Hostile.read(mutated)).isNotNull();
      } catch (AssertionError | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError("mutation " + i + " of plan " + i % plans.size(), e);
      }
    }
  }

  private static byte[] mutate(byte[] plan, RandomGenerator random) {
    byte[] content = plan.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(content.length);
      switch (random.nextInt(4)) {
        case 0 -> content[at] = (byte) random.nextInt(256);
        case 1 -> content = Arrays.copyOf(content, Math.max(1, at));
        case 2 -> {
          int length = Math.min(random.nextInt(200), content.length - at);
          System.arraycopy(
              content, at, content, random.nextInt(content.length - length + 1), length);
        }
        default -> content[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return content;
  }

  private interface Finish {
    void on(PDDocument document) throws IOException;
  }

  private static byte[] pdf(Finish finish) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
        drawing.addRect(50, 50, 300, 300);
        drawing.fill();
      }
      finish.on(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
