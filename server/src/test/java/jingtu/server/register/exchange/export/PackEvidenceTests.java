package jingtu.server.register.exchange.export;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.lifecycle.Lifecycles;
import jingtu.server.register.lifecycle.StepEvidence;
import jingtu.server.register.lifecycle.StepTaken;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class PackEvidenceTests {

  private static final RegisterId REGISTER = new RegisterId("packed-yards");

  private static final String DEFINITION =
      """
      register: packed-yards
      version: 1
      name: 堆场
      kind: 清单
      key: [name]
      fields:
        - {id: name,   label: 名称,     type: text, required: true}
        - {id: photos, label: 现场照片, type: evidence}
        - {id: radiating, label: 有放射性, type: flag}
        - {id: plan, label: 辐射应急预案, type: evidence, when: radiating}
      lifecycle:
        states:
          - {id: found, label: 待清理}
          - {id: cleared, label: 已清理, end: true}
        transitions:
          - {id: clear, label: 清理完成, from: found, to: cleared, requires: {evidence: [验收意见]}}
      """;

  @Autowired PackEvidence packs;
  @Autowired StepEvidence steps;
  @Autowired Lifecycles lifecycles;
  @Autowired Records records;
  @Autowired Evidence evidence;
  @Autowired Regions regions;
  @Autowired DefineRegister define;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    define.apply(coordinator(COUNTY), "packed.yaml", DEFINITION);
  }

  @Test
  void whatFieldsAndStepsProveIsNumberedAndWhatLacksIsSaid() throws IOException {
    RecordView proved = record(COUNTY, Map.of("photos", file("现场", COUNTY)));
    UUID opinion = id("意见", COUNTY);
    lifecycles.take(
        coordinator(COUNTY),
        proved.id(),
        proved.version(),
        "clear",
        new StepTaken("", Map.of(), Map.of("验收意见", List.of(opinion))));
    RecordView bare = record(COUNTY, Map.of());

    Map<String, byte[]> packed = packed(List.of(bare.id(), proved.id()));

    assertThat(packed.keySet())
        .filteredOn(name -> name.endsWith(".txt"))
        .extracting(name -> name.substring(name.indexOf('/') + 1))
        .containsExactly("02-01 现场.txt", "02-02 意见.txt");
    String catalogue = words(packed);
    assertThat(catalogue).contains("缺").contains("现场照片").contains("已清理");
    assertThat(steps.list(coordinator(COUNTY), REGISTER, List.of(proved.id())))
        .extracting(handed -> handed.step() + " " + handed.kind())
        .containsExactly("清理完成 验收意见");
  }

  @Test
  void onlyWhatARecordIsAskedForCanLack() throws IOException {
    RecordView plain = record(COUNTY, Map.of("photos", file("甲场", COUNTY)));
    RecordView no =
        record(
            COUNTY, Map.of("photos", file("乙场", COUNTY), "radiating", new FieldValue.Yes(false)));
    RecordView yes =
        record(COUNTY, Map.of("photos", file("丙场", COUNTY), "radiating", new FieldValue.Yes(true)));

    assertThat(words(packed(List.of(plain.id(), no.id())))).doesNotContain("辐射应急预案");
    assertThat(words(packed(List.of(yes.id())))).contains("辐射应急预案");
  }

  @Test
  void recordsOfOtherRegionsAreNotInIt() throws IOException {
    RecordView own = record(COUNTY, Map.of("photos", file("本县", COUNTY)));
    RecordView foreign = record(NEIGHBOUR, Map.of("photos", file("邻县", NEIGHBOUR)));

    assertThat(packed(List.of(own.id(), foreign.id())).keySet())
        .anyMatch(name -> name.contains("本县"))
        .noneMatch(name -> name.contains("邻县"));
    assertThat(steps.list(coordinator(COUNTY), REGISTER, List.of(foreign.id()))).isEmpty();
    assertThatThrownBy(
            () -> packs.prepare(coordinator(COUNTY), REGISTER, List.of(foreign.id()), Language.ZH))
        .isInstanceOf(Problem.class);
  }

  private RecordView record(RegionCode region, Map<String, FieldValue> more) {
    Map<String, FieldValue> content = new HashMap<>(more);
    content.put("name", new FieldValue.Words("堆场" + UUID.randomUUID()));
    return records.create(
        coordinator(region),
        REGISTER,
        new RecordDraft(region, Optional.empty(), content, Optional.empty()));
  }

  private FieldValue file(String name, RegionCode region) {
    return new FieldValue.Ids(List.of(id(name, region)));
  }

  private UUID id(String name, RegionCode region) {
    byte[] bytes = (name + "的说明").getBytes(StandardCharsets.UTF_8);
    Evidence.Outcome outcome = evidence.add(coordinator(region), region, name + ".txt", bytes, "");
    return ((Evidence.Outcome.Done) outcome).piece().id().value();
  }

  private Map<String, byte[]> packed(List<RecordId> ids) throws IOException {
    EvidencePackages.Outcome outcome =
        packs.prepare(coordinator(COUNTY), REGISTER, ids, Language.ZH);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ((EvidencePackages.Outcome.Prepared) outcome).evidence().writeTo(zip);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String words(Map<String, byte[]> packed) throws IOException {
    List<byte[]> catalogues = new ArrayList<>();
    packed.forEach(
        (name, bytes) -> {
          if (name.endsWith(".docx")) {
            catalogues.add(bytes);
          }
        });
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(catalogues.getFirst()));
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      return words.getText();
    }
  }
}
