package jingtu.server.register.exchange.job;

import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.server.OnBothDatabases;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.FieldValue.Ids;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Linked records and evidence in files that leave and come back. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class LinksInFilesTests {

  private static final AtomicInteger REGISTERS = new AtomicInteger();
  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final String HEAD = "字段name,字段upstream,字段files\n";

  @Autowired Imports imports;
  @Autowired ImportJobs jobs;
  @Autowired Records records;
  @Autowired Evidence evidence;
  @Autowired ExportRecords exports;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;

  private RegisterId register = new RegisterId("none");

  @BeforeEach
  void open() {
    String id = "linking-" + REGISTERS.incrementAndGet();
    register =
        RegisterOffice.open(regions, organisations, define)
            .define(
                new MadeRegister(id)
                    .field("name", new FieldType.Text(500))
                    .field("upstream", new FieldType.Link(new RegisterId(id), true))
                    .field("files", new FieldType.Evidence())
                    .definition());
  }

  private UUID created(Scope scope, RegionCode region, Map<String, FieldValue> content) {
    return records
        .create(
            scope, register, new RecordDraft(region, Optional.empty(), content, Optional.empty()))
        .id()
        .value();
  }

  private UUID created(String name) {
    return created(COORDINATOR, COUNTY, Map.of("name", new Words(name)));
  }

  private ImportJob checked(String content) {
    ImportJob job =
        imports
            .receiving()
            .receive(
                COORDINATOR,
                register,
                COUNTY,
                Optional.empty(),
                "links.csv",
                content.getBytes(StandardCharsets.UTF_8));
    imports.checking().start(COORDINATOR, job.id());
    return EndedImport.of(imports, COORDINATOR, job.id());
  }

  private String exported() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      exports.write(
          exports.prepare(
              COORDINATOR, register, RecordQuery.ALL, Set.of(), RecordFile.Kind.CSV, Language.ZH),
          file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString(StandardCharsets.UTF_8);
  }

  private List<String> found(ImportJob job) {
    return jobs.findings(COORDINATOR, job.id()).stream()
        .map(found -> found.at() + " " + Messages.say(found.problem(), Language.ZH))
        .toList();
  }

  /**
   * The city has linked what the county may not see; the county's file says so and changes nothing.
   */
  @Test
  void whatIsOutOfSightIsToldOfAndStaysAndCannotBeNamedAnew() {
    Scope city = coordinator(CITY);
    UUID far = created(city, NEIGHBOUR, Map.of("name", new Words("邻县的库")));
    UUID file = MadeFiles.handIn(evidence, coordinator(NEIGHBOUR), NEIGHBOUR, "邻县的照片.txt");
    created(
        city,
        COUNTY,
        Map.of(
            "name", new Words("本县的库"),
            "upstream", new Ids(List.of(far)),
            "files", new Ids(List.of(file))));

    String table = exported();
    assertThat(table)
        .contains("未显示名称的记录 {" + far + "}", "看不到的材料 {" + file + "}")
        .doesNotContain("邻县");
    ImportJob same = checked(table);
    assertThat(found(same)).isEmpty();
    assertThat(same.report().same()).isEqualTo(1);
    assertThat(found(checked(HEAD + "新的库,邻县的库 {" + far + "},照片 {" + file + "}\n")))
        .containsExactlyInAnyOrder(
            "B2 “字段upstream”所指的记录不存在，或者不在您的范围内", "C2 “字段files”所列的材料不存在、已移除，或者不在您的范围内");
  }

  @Test
  void aFileThatWasTakenOutStaysWhereItHangsAndIsHungNowhereElse() {
    UUID file = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "传错的.txt");
    created(
        COORDINATOR, COUNTY, Map.of("name", new Words("本县的库"), "files", new Ids(List.of(file))));
    evidence.remove(COORDINATOR, new EvidenceId(file), "传错了");

    assertThat(exported()).contains("传错的.txt {" + file + "}");
    assertThat(checked(exported()).report().same()).isEqualTo(1);
    assertThat(found(checked(HEAD + "新的库,,传错的.txt {" + file + "}\n")))
        .containsExactly("C2 “字段files”所列的材料不存在、已移除，或者不在您的范围内");
    assertThat(found(checked(HEAD + "新的库,,传错的.txt\n"))).containsExactly("C2 “传错的.txt”不是已上传的材料。");
  }

  /**
   * More records bear a part of the name than are looked at in one go, and a search has its limits.
   */
  @Test
  void aNameIsFoundAmongManyThatContainItAndHoweverLongItIs() {
    ImportJob many =
        checked(
            IntStream.range(0, 250)
                .mapToObj(i -> "库" + i + ",,\n")
                .collect(Collectors.joining("", HEAD, "")));
    imports
        .running()
        .start(
            COORDINATOR, many.id(), new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), true));
    assertThat(EndedImport.of(imports, COORDINATOR, many.id()).report().created()).isEqualTo(250);
    UUID plain = created("库");
    UUID wordy = created("a b c d e f g h i j k l");
    UUID wordier = created("a b c d e f g h i j k l m");
    UUID longest = created("长".repeat(400));
    created(
        COORDINATOR,
        COUNTY,
        Map.of(
            "name", new Words("下游"),
            "upstream", new Ids(List.of(plain, wordy, wordier, longest))));

    assertThat(exported())
        .contains("\"库\na b c d e f g h i j k l\na b c d e f g h i j k l m\n" + "长".repeat(400));
    ImportJob job = checked(HEAD + "另一下游,\"库\n" + "长".repeat(400) + "\"," + "\n");
    assertThat(found(job)).isEmpty();
    assertThat(job.report().fresh()).isEqualTo(1);
  }
}
