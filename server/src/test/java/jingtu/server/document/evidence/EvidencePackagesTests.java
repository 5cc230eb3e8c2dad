package jingtu.server.document.evidence;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Scope;
import jingtu.testing.Office;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** What lies in a package, and what its catalogue says of it. */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class EvidencePackagesTests {

  private static final Scope OFFICER = officer(COUNTY);
  private static final byte[] TEXT = MadeFiles.of("text");

  @Autowired EvidencePackages packages;
  @Autowired Evidence evidence;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void everyFileLiesInTheNumberedFolderOfItsThing() throws IOException {
    EvidenceId plan = handIn("治理方案.txt", TEXT);
    EvidenceId photo = handIn("全景.jpg", MadeFiles.of("photo"));
    EvidenceId twin = handIn("全景.jpg", MadeFiles.of("photo"));
    EvidenceId shared = handIn("批复.txt", TEXT);

    Map<String, byte[]> files =
        unpacked(List.of(thing("北沟尾矿库", plan, photo, twin, shared), thing("南坡/东段: 尾矿库", shared)));

    assertThat(files.keySet())
        .containsExactly(
            "目录.docx",
            "01-北沟尾矿库/01-01 治理方案.txt",
            "01-北沟尾矿库/01-02 全景.jpg",
            "01-北沟尾矿库/01-03 全景.jpg",
            "01-北沟尾矿库/01-04 批复.txt",
            "02-南坡_东段_ 尾矿库/02-01 批复.txt");
    assertThat(files.get("01-北沟尾矿库/01-01 治理方案.txt")).isEqualTo(TEXT);
    assertThat(files.get("01-北沟尾矿库/01-03 全景.jpg")).isEqualTo(MadeFiles.of("photo"));
  }

  @Test
  void theCatalogueTellsOfEveryFileAndOfWhatIsMissing() throws IOException {
    EvidenceId plan = handIn("治理方案.txt", TEXT);
    evidence.replace(OFFICER, plan, 1, "治理方案（盖章）.txt", MadeFiles.of("text in GB18030"), "");
    EvidenceId removed = handIn("旧照片.jpg", MadeFiles.of("photo"));
    evidence.remove(OFFICER, removed, "传错了");
    EvidenceId foreign = done(evidence.add(officer(NEIGHBOUR), NEIGHBOUR, "别县.txt", TEXT, "")).id();

    List<String> catalogue =
        catalogue(
            List.of(
                new ProvenThing(
                    "北沟尾矿库",
                    List.of(new ProvenThing.Fact("等别", "三等"), new ProvenThing.Fact("状态", "治理中")),
                    List.of(plan, removed, foreign),
                    List.of("验收意见")),
                thing("南坡尾矿库")));

    assertThat(catalogue)
        .containsExactly(
            "尾矿库台账佐证材料目录",
            "禾汀县　共 2 项、1 份文件，" + size(plan) + "；缺 4 处　OFFICER991121 于 " + today() + " 编制",
            "序号|事项|情况|文件|版本|大小|校验值|上传人|上传时间",
            "01-01|01 北沟尾矿库|等别：三等\n状态：治理中|治理方案（盖章）.txt|第 2 版|"
                + size(plan)
                + "|"
                + sha(plan)
                + "|OFFICER991121|"
                + uploaded(plan),
            "01|||【缺】“旧照片.jpg”已移除：传错了|||||",
            "01|||【缺】材料不存在，或者编制人无权查看|||||",
            "01|||【缺】验收意见|||||",
            "02|02 南坡尾矿库|等别：三等|【缺】没有佐证材料|||||");
  }

  @Test
  void aFileOfManyPartsComesOutAsItWentIn() throws IOException {
    byte[] large = new byte[900_001];
    Seeded.random(7).nextBytes(large);
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) ('a' + (large[i] & 15));
    }

    Map<String, byte[]> files = unpacked(List.of(thing("甲", handIn("长文.txt", large))));

    assertThat(files.get("01-甲/01-01 长文.txt")).isEqualTo(large);
  }

  @Test
  void aPackageThatLacksAFileIsNone() {
    EvidenceId plan = handIn("治理方案.txt", TEXT);
    EvidencePackage prepared = prepared(List.of(thing("甲", plan)));
    UUID document = evidence.find(OFFICER, plan).orElseThrow().current().document().value();
    jdbc.sql("delete from document_part where document_id = :id").param("id", document).update();

    org.assertj.core.api.Assertions.assertThatIOException()
        .isThrownBy(() -> prepared.writeTo(new ByteArrayOutputStream()))
        .withMessageContaining("01-甲/01-01 治理方案.txt has 0 bytes");
  }

  @Test
  void tooManyThingsAreCounted() {
    List<ProvenThing> things =
        IntStream.rangeClosed(0, EvidencePackages.MOST).mapToObj(i -> thing("甲")).toList();

    assertThat(packages.prepare(OFFICER, COUNTY, "台账", things, Language.ZH))
        .isEqualTo(new EvidencePackages.Outcome.TooMany(EvidencePackages.MOST + 1));
  }

  @Test
  void thePackageIsNamedAfterItsTitle() {
    EvidencePackages.Outcome outcome =
        packages.prepare(OFFICER, COUNTY, "尾矿库/台账", List.of(thing("甲")), Language.ZH);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            EvidencePackages.Outcome.Prepared.class,
            made -> assertThat(made.evidence().fileName()).isEqualTo("尾矿库_台账.zip"));
  }

  @Test
  void officeProgramsOpenTheCatalogue() throws IOException {
    EvidenceId plan = handIn("治理方案.txt", TEXT);
    byte[] catalogue = unpacked(List.of(thing("北沟尾矿库", plan))).getOrDefault("目录.docx", new byte[0]);
    Path file = Files.write(folder.resolve("目录.docx"), catalogue);

    String text = Files.readString(Office.convert(folder, file, "txt:Text (encoded):UTF8"));

    assertThat(text).contains("尾矿库台账佐证材料目录", "01 北沟尾矿库", "治理方案.txt", "等别：三等");
  }

  private static ProvenThing thing(String heading, EvidenceId... ids) {
    return new ProvenThing(
        heading, List.of(new ProvenThing.Fact("等别", "三等")), List.of(ids), List.of());
  }

  private EvidencePackage prepared(List<ProvenThing> things) {
    return switch (packages.prepare(OFFICER, COUNTY, "尾矿库台账", things, Language.ZH)) {
      case EvidencePackages.Outcome.Prepared(EvidencePackage made) -> made;
      case EvidencePackages.Outcome other -> throw new AssertionError(other);
    };
  }

  private Map<String, byte[]> unpacked(List<ProvenThing> things) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    prepared(things).writeTo(bytes);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /** The lines above the table, then its rows, cells between bars. */
  private List<String> catalogue(List<ProvenThing> things) throws IOException {
    byte[] content = unpacked(things).getOrDefault("目录.docx", new byte[0]);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(content))) {
      List<String> lines =
          word.getParagraphs().stream()
              .map(paragraph -> paragraph.getText())
              .filter(text -> !text.isBlank())
              .collect(Collectors.toList());
      word.getTables().getFirst().getRows().forEach(row -> lines.add(words(row)));
      return lines;
    }
  }

  private static String words(XWPFTableRow row) {
    return row.getTableCells().stream()
        .map(
            cell ->
                cell.getParagraphs().stream()
                    .map(paragraph -> paragraph.getText())
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("|"));
  }

  private EvidenceId handIn(String name, byte[] content) {
    return done(evidence.add(OFFICER, COUNTY, name, content, "")).id();
  }

  private static PieceOfEvidence done(Evidence.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Evidence.Outcome.Done.class);
    return ((Evidence.Outcome.Done) outcome).piece();
  }

  private PieceOfEvidence.Version current(EvidenceId id) {
    return evidence.find(OFFICER, id).orElseThrow().current();
  }

  private String size(EvidenceId id) {
    return current(id).sizeBytes() + " B";
  }

  private String sha(EvidenceId id) {
    return current(id).sha256().substring(0, 8);
  }

  private String uploaded(EvidenceId id) {
    return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
        .format(current(id).at().atZone(java.time.ZoneId.of("Asia/Shanghai")));
  }

  private static String today() {
    return java.time.format.DateTimeFormatter.ofPattern("uuuu年M月d日")
        .format(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")));
  }
}
