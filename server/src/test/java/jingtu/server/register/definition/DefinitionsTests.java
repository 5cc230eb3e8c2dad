package jingtu.server.register.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jingtu.server.OnBothDatabases;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister.Outcome;
import jingtu.server.register.table.TableChange;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Definitions as they come in: shipped, as files, from the editor. */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class DefinitionsTests {

  private static final Scope SCOPE = coordinator(COUNTY);

  private static final Path DATA = temporary();

  private static volatile boolean broken;

  /** Code that stands on the field {@code name} of one register. */
  @TestConfiguration
  static class Relying {
    @Bean
    Reliance thatBreaksNowAndThen() {
      return definition -> {
        if (broken && definition.id().value().equals("breaks")) {
          throw new IllegalStateException("nobody expected this");
        }
        return List.of();
      };
    }

    @Bean
    Reliance onTheName() {
      return definition ->
          definition.id().value().equals("relied-on") && definition.findField("name").isEmpty()
              ? List.of(Message.of("definition.missing-key", "name"))
              : List.of();
    }
  }

  @Autowired Definitions definitions;
  @Autowired DefineRegister define;
  @Autowired DefinitionFolder folder;
  @Autowired DefinitionRows rows;
  @Autowired CodeLists codes;
  @Autowired TypedTables tables;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("jingtu.data", DATA::toString);
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("definitions");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path registers() throws IOException {
    Files.createDirectories(DATA.resolve("registers/codes"));
    return DATA.resolve("registers");
  }

  @AfterEach
  void empty() throws IOException {
    try (var files = Files.walk(registers())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String text(String id, int version, String more) {
    return """
    register: %s
    version: %d
    name: 试验台账
    kind: 台账
    fields:
      - {id: name, label: 名称, type: text, required: true}
    """
            .formatted(id, version)
        + more;
  }

  private void drop(String file, String text) throws IOException {
    Files.writeString(registers().resolve(file), text, UTF_8);
    folder.look();
  }

  private Definition current(String id) {
    return definitions.find(SCOPE, new RegisterId(id)).orElseThrow();
  }

  @Test
  void whatIsShippedIsThereFromTheFirstStart() {
    assertThat(definitions.list(SCOPE))
        .extracting(definition -> definition.id().value())
        .contains(
            "construction-parcel",
            "inspection-rectification",
            "supervised-unit",
            "tailings-pond",
            "training");
    assertThat(tables.plan(current("tailings-pond"))).isEmpty();
    int versions = rows.count();
    folder.takeShipped();
    assertThat(rows.count()).isEqualTo(versions);
  }

  @Test
  void aFileThatIsDroppedIsARegisterAndStaysOneWhenItGoes(PublishedEvents events)
      throws IOException {
    drop("first.yaml", text("first", 1, ""));
    assertThat(current("first").version()).isEqualTo(1);
    assertThat(events.ofType(DefinitionApplied.class))
        .contains(new DefinitionApplied(new RegisterId("first"), 1));
    assertThat(auditOf("first 1")).isEqualTo("system");
    assertThat(folder.isFileGone(new RegisterId("first"))).isFalse();
    Files.delete(registers().resolve("first.yaml"));
    folder.look();
    assertThat(current("first").version()).isEqualTo(1);
    assertThat(folder.isFileGone(new RegisterId("first"))).isTrue();
  }

  private String auditOf(String subject) {
    return jdbc.sql(
            "select actor from audit_entry where action = 'register.defined' and subject = :s")
        .param("s", subject)
        .query(String.class)
        .single();
  }

  @Test
  void aBrokenFileIsToldOfAndLeavesEverythingElseRunning() throws IOException {
    Files.writeString(registers().resolve("good.yaml"), text("good", 1, ""), UTF_8);
    drop("broken.yaml", text("broken", 1, "  - {id: name, label: 又名, typ: text}\n"));
    assertThat(current("good").version()).isEqualTo(1);
    assertThat(current("training").version()).isEqualTo(1);
    assertThat(folder.state().faulty().get("broken.yaml"))
        .extracting(DefinitionFault::line, DefinitionFault::path)
        .containsExactly(tuple(7, "fields[1].typ"));
    drop("broken.yaml", text("broken", 1, "  - {id: other, label: 又名, type: text}\n"));
    assertThat(folder.state().faulty()).isEmpty();
    assertThat(current("broken").fields()).hasSize(2);
  }

  @Test
  void aVersionThatLeavesTheTableAsItIsComesInByItself() throws IOException {
    drop("labels.yaml", text("labels", 1, ""));
    drop("labels.yaml", text("labels", 2, "").replace("label: 名称", "label: 全称"));
    assertThat(current("labels").fields().getFirst().label()).isEqualTo("全称");
    assertThat(folder.state().waiting()).isEmpty();
  }

  @Test
  void aVersionThatChangesTheTableWaitsUntilSomebodyAgrees() throws IOException {
    String second = text("waits", 2, "  - {id: more, label: 更多, type: date}\n");
    drop("waits.yaml", text("waits", 1, ""));
    drop("waits.yaml", second);
    assertThat(current("waits").version()).isEqualTo(1);
    assertThat(folder.state().waiting())
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.file()).isEqualTo("waits.yaml");
              assertThat(waiting.plan())
                  .hasSize(1)
                  .hasOnlyElementsOfType(TableChange.NewField.class);
            });
    assertThat(define.apply(SCOPE, "waits", second)).isInstanceOf(Outcome.Applied.class);
    folder.look();
    assertThat(folder.state().waiting()).isEmpty();
    assertThat(current("waits").version()).isEqualTo(2);
    assertThat(auditOf("waits 2")).isEqualTo(SCOPE.username());
  }

  @Test
  void aVersionThatIsNotHigherIsOvertaken() {
    assertThat(define.apply(SCOPE, "-", text("twice", 3, ""))).isInstanceOf(Outcome.Applied.class);
    assertThat(define.apply(SCOPE, "-", text("twice", 3, "help: 又一版\n")))
        .isEqualTo(new Outcome.Overtaken(3));
    assertThat(define.apply(SCOPE, "-", text("twice", 2, ""))).isEqualTo(new Outcome.Overtaken(3));
    assertThat(rows.find(new RegisterId("twice"), 3).orElseThrow().text())
        .isEqualTo(text("twice", 3, ""));
  }

  @Test
  void aChangedTypeOrALostStateIsRefusedAtItsLine() {
    String first =
        text(
            "keeps",
            1,
            "  - {id: size, label: 大小, type: number}\nlifecycle: {states: {a: 甲, b: 乙}}\n");
    assertThat(define.apply(SCOPE, "-", first)).isInstanceOf(Outcome.Applied.class);
    String changed =
        first
            .replace("version: 1", "version: 2")
            .replace("type: number", "type: text")
            .replace(", b: 乙", "");
    assertThat(define.check(SCOPE, "keeps.yaml", changed).faults())
        .extracting(DefinitionFault::line, DefinitionFault::path)
        .containsExactly(tuple(7, "fields[1].type"), tuple(8, "lifecycle.states"));
    assertThat(define.apply(SCOPE, "keeps.yaml", changed)).isInstanceOf(Outcome.Refused.class);
    assertThat(current("keeps").version()).isEqualTo(1);
  }

  @Test
  void whatTheProgramNeedsIsNotTakenAway() {
    assertThat(define.apply(SCOPE, "-", text("relied-on", 1, "")))
        .isInstanceOf(Outcome.Applied.class);
    String without = text("relied-on", 2, "").replace("id: name", "id: title");
    assertThat(define.check(SCOPE, "-", without).faults())
        .extracting(DefinitionFault::path, fault -> fault.problem().key())
        .containsExactly(tuple("fields", "definition.missing-key"));
    assertThat(define.apply(SCOPE, "-", without)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void filesMayReferToEachOtherAndEachRegisterHasOne() throws IOException {
    Files.writeString(
        registers().resolve("a.yaml"),
        text("left", 1, "  - {id: to_right, label: 右, type: link, to: right}\n"),
        UTF_8);
    Files.writeString(
        registers().resolve("b.yaml"),
        text("right", 1, "  - {id: to_left, label: 左, type: link, to: left}\n"),
        UTF_8);
    drop("c.yaml", text("right", 2, ""));
    assertThat(current("left").fields()).hasSize(2);
    assertThat(current("right").version()).isEqualTo(1);
    assertThat(folder.state().faulty().get("c.yaml"))
        .extracting(fault -> fault.problem().key())
        .containsExactly("definition.same-register");
  }

  @Test
  void anOfficeHasCodeListsOfItsOwn() throws IOException {
    String register = text("coded", 1, "  - {id: kind, label: 种类, type: code, codes: own-kinds}\n");
    Path list = registers().resolve("codes/own-kinds.csv");
    Files.writeString(list, "code,label,parent,from,to,source,confidence\na,甲,x,,,本局,A\n", UTF_8);
    drop("coded.yaml", register);
    assertThat(folder.state().faulty().keySet())
        .containsExactly("coded.yaml", "codes/own-kinds.csv");
    assertThat(folder.state().faulty().get("codes/own-kinds.csv"))
        .extracting(DefinitionFault::line)
        .containsExactly(2);
    Files.writeString(list, "code,label,parent,from,to,source,confidence\na,甲,,,,本局,A\n", UTF_8);
    folder.look();
    assertThat(folder.state().faulty()).isEmpty();
    assertThat(current("coded").fields()).hasSize(2);
    assertThat(codes.find("own-kinds").orElseThrow().labelled("a")).contains("甲");
    assertThat(codes.find("industry")).isPresent();
  }

  @Test
  void aCodeListThatIsSpoiltStillSaysWhatItSaidUntilItIsTakenAway() throws IOException {
    Path list = registers().resolve("codes/spoilt.csv");
    String head = "code,label,parent,from,to,source,confidence\n";
    Files.writeString(list, head + "a,甲,,,2025-06-30,本局,A\n", UTF_8);
    folder.look();
    assertThat(codes.find("spoilt").orElseThrow().labelled("a")).contains("甲");

    Files.writeString(list, head + "a,乙,,,,本局,A\nb,丙,,,2025-06-31,本局,A\n", UTF_8);
    folder.look();
    assertThat(folder.state().faulty().get("codes/spoilt.csv"))
        .extracting(DefinitionFault::line, fault -> fault.problem().key())
        .containsExactly(tuple(3, "definition.bad-code-list"));
    assertThat(codes.find("spoilt").orElseThrow().labelled("a")).contains("甲");

    Files.write(list, new byte[] {'a', (byte) 0xFF, (byte) 0xFF});
    folder.look();
    assertThat(folder.state().faulty().get("codes/spoilt.csv"))
        .extracting(fault -> fault.problem().key())
        .containsExactly("definition.file-unreadable");
    assertThat(codes.find("spoilt").orElseThrow().labelled("a")).contains("甲");

    Files.delete(list);
    folder.look();
    assertThat(folder.state().faulty()).doesNotContainKey("codes/spoilt.csv");
    assertThat(codes.find("spoilt")).isEmpty();
  }

  @Test
  void readsACodeListAsASpreadsheetSavesIt() throws IOException {
    Path list = registers().resolve("codes/saved.csv");
    String text = "code,label,parent,from,to,source,confidence\r\na,尾矿库,,,,本局,A\r\n";
    for (byte[] bytes :
        List.of(("\uFEFF" + text).getBytes(UTF_8), text.getBytes(Charset.forName("GBK")))) {
      Files.deleteIfExists(list);
      folder.look();
      assertThat(codes.find("saved")).isEmpty();
      Files.write(list, bytes);
      folder.look();
      assertThat(codes.find("saved").orElseThrow().labelled("a")).contains("尾矿库");
    }
  }

  @Test
  void whatBreaksOnOneFileIsAFaultOfThatFileAndIsTriedAgain() throws IOException {
    broken = true;
    Files.writeString(registers().resolve("breaks.yaml"), text("breaks", 1, ""), UTF_8);
    drop("breaks-not.yaml", text("breaks-not", 1, ""));
    assertThat(folder.state().faulty().get("breaks.yaml"))
        .extracting(fault -> fault.problem().key())
        .containsExactly("definition.file-failed");
    assertThat(current("breaks-not").version()).isEqualTo(1);

    broken = false;
    folder.look();
    assertThat(folder.state().faulty()).doesNotContainKey("breaks.yaml");
    assertThat(current("breaks").version()).isEqualTo(1);
  }

  @Test
  void whatAnotherServerAppliedIsThereAfterTheNextLook() {
    Definition made =
        DefinitionReader.read("x", text("elsewhere", 1, "")).definition().orElseThrow();
    definitions.list(SCOPE);
    tables.align(made);
    rows.add(
        new StoredDefinition(
            made.id(), 1, text("elsewhere", 1, ""), Origin.EDITOR, "", "别人", Instant.EPOCH));
    assertThat(definitions.find(SCOPE, made.id())).isEmpty();
    folder.look();
    assertThat(definitions.find(SCOPE, made.id())).contains(made);
  }

  @Test
  void aStoredTextThatIsNoLongerUnderstoodIsToldOfAndTheRestRuns() {
    rows.add(
        new StoredDefinition(
            new RegisterId("from-the-future"),
            1,
            "register: from-the-future\nversion: 1\nshape: new\n",
            Origin.EDITOR,
            "",
            "别人",
            Instant.EPOCH));
    folder.look();
    assertThat(definitions.find(SCOPE, new RegisterId("from-the-future"))).isEmpty();
    assertThat(definitions.unreadable(SCOPE)).containsKey(new RegisterId("from-the-future"));
    assertThat(definitions.list(SCOPE)).isNotEmpty();
    assertThat(define.apply(SCOPE, "-", text("from-the-future", 2, "")))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(List.copyOf(definitions.unreadable(SCOPE).keySet())).isEmpty();
  }
}
