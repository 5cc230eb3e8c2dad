package jingtu.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.FieldValue.Ids;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/**
 * What is hidden from a role, and what belongs to another region, is found at no door: as {@code
 * hidden-fields.csv} expects it.
 */
@WholeServer
class HiddenFieldsTests {

  private static final RegisterId REGISTER = new RegisterId("hiding");

  /**
   * What the county's records hold in hidden fields: the first character of every text and name, a
   * number, and a day, also as a spreadsheet counts it.
   */
  private static final List<String> HIDDEN_VALUES =
      List.of("密", "73519.25", "2019-03-07", ">43531<");

  private static final List<String> HIDDEN_NAMES = List.of("secret_", "内情");
  private static final List<String> OPEN_VALUES = List.of("明名6000", "6000.5", "明旧6001");
  private static final List<String> OPEN_NAMES = List.of("明面");

  /** What the neighbour's record holds. */
  private static final List<String> FOREIGN_VALUES = List.of("邻");

  private static final String FIELDS =
      """
        - {id: name,          label: 明面名称, type: text, required: true, sortable: true}
        - {id: open_number,   label: 明面数字, type: number, decimals: 2}
        - {id: secret_note,   label: 内情一, type: text, sortable: true, roles: [coordinator]}
        - {id: secret_long,   label: 内情二, type: long-text, roles: [coordinator]}
        - {id: secret_number, label: 内情三, type: number, decimals: 2, sortable: true, roles: [coordinator]}
        - {id: secret_day,    label: 内情四, type: date, sortable: true, roles: [coordinator]}
        - {id: secret_mark,   label: 内情五, type: disclosure, roles: [coordinator]}
        - {id: secret_link,   label: 内情六, type: link, to: hiding-friends, many: true, roles: [coordinator]}
        - {id: secret_files,  label: 内情七, type: evidence, roles: [coordinator]}
        - {id: secret_office, label: 内情八, type: organisation, roles: [coordinator]}
      """;

  /** Before: some fields are open that will be hidden, some are asked for that will not be. */
  private static final String FIRST =
      """
        - {id: secret_later,   label: 内情九, type: text}
        - {id: secret_gone,    label: 内情十, type: text}
        - {id: secret_old,     label: 内情十一, type: text, roles: [coordinator]}
        - {id: secret_dropped, label: 内情十二, type: text, roles: [coordinator]}
        - {id: open_old,       label: 明面旧栏, type: text}
      """;

  private static final String SECOND =
      """
        - {id: secret_later,   label: 内情九, type: text, roles: [coordinator]}
        - {id: secret_gone,    label: 内情十, type: text, roles: [coordinator], retired: true}
        - {id: secret_old,     label: 内情十一, type: text, roles: [coordinator], retired: true}
        - {id: open_old,       label: 明面旧栏, type: text, retired: true}
      """;

  private static final Scope SYSTEM =
      new Scope(new UUID(0, 0), "x", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  @Autowired County county;
  @Autowired DefineRegister define;
  @Autowired Records records;
  @Autowired Evidence evidence;
  @Autowired Organisations organisations;

  /** A door and what is expected there, by account. */
  private record Door(String name, String address, Map<String, String> expected) {}

  @TestFactory
  Stream<DynamicTest> aDoorTellsNoMoreThanTheTableSays() throws IOException {
    List<Door> doors = doors();
    UUID record = made();
    return doors.stream()
        .map(
            door ->
                DynamicTest.dynamicTest(
                    door.name(),
                    () -> {
                      Map<String, String> found = new HashMap<>();
                      for (String account : door.expected().keySet()) {
                        String address = door.address().replace("{id}", record.toString());
                        found.put(account, found(account, client(account).get(address)));
                      }
                      assertThat(found).isEqualTo(door.expected());
                    }));
  }

  private static List<Door> doors() throws IOException {
    try (var file =
        Objects.requireNonNull(
            HiddenFieldsTests.class.getResourceAsStream("/register/record/hidden-fields.csv"))) {
      List<List<String>> lines =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
              .toList();
      List<String> head = lines.getFirst();
      return lines.stream()
          .skip(1)
          .map(
              line -> {
                Map<String, String> expected = new HashMap<>();
                for (int i = 2; i < head.size(); i++) {
                  expected.put(head.get(i), line.get(i));
                }
                return new Door(line.get(0), line.get(1), expected);
              })
          .toList();
    }
  }

  private Client client(String account) {
    return account.equals("neighbour")
        ? county.client(Role.COORDINATOR, County.FOREIGN)
        : county.client(
            Role.valueOf(account.toUpperCase(Locale.ROOT).replace(' ', '_')), County.OWN);
  }

  private static String found(String account, MvcTestResult answer) {
    int status = answer.getResponse().getStatus();
    if (status >= 400) {
      return status == 400 || status == 404 ? "refused" : "status " + status;
    }
    String text = text(answer.getResponse().getContentAsByteArray());
    if (!account.equals("neighbour") && holds(text, FOREIGN_VALUES)) {
      return "another region's";
    }
    if (holds(text, HIDDEN_VALUES)) {
      return "told";
    }
    if (holds(text, HIDDEN_NAMES)) {
      return "named";
    }
    if (holds(text, OPEN_VALUES) || text.contains("\"count\":2")) {
      return "open";
    }
    return holds(text, OPEN_NAMES) ? "headed" : "nothing";
  }

  private static boolean holds(String text, List<String> any) {
    return any.stream().anyMatch(text::contains);
  }

  /** All texts of a file, also of one that is an archive; characters written by number as such. */
  private static String text(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    StringBuilder texts = new StringBuilder();
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        texts.append(entry.getName()).append('\n');
        texts.append(HtmlUtils.htmlUnescape(text(zip.getInputStream(entry).readAllBytes())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.toString();
  }

  /** The county's record, which holds something in every field that is hidden, or was. */
  private UUID made() {
    Scope own = county.person(Role.COORDINATOR, County.OWN).scope();
    Scope foreign = county.person(Role.COORDINATOR, County.FOREIGN).scope();
    define(
        own,
        """
        register: hiding-friends
        version: 1
        name: 往来
        kind: 台账
        geometry: none
        fields:
          - {id: name, label: 名称, type: text}
        lifecycle: {states: {kept: 在册}}
        """);
    define(own, register(1, FIRST));
    UUID friend =
        create(own, "hiding-friends", County.OWN, Map.of("name", new Words("密友厂7353")))
            .id()
            .value();
    UUID file = MadeFiles.handIn(evidence, own, County.OWN, "密件7354.txt");
    UUID office =
        organisations
            .add(SYSTEM, OrganisationEntry.named("密查局7355", Optional.of(County.OWN), List.of()))
            .id();
    Map<String, FieldValue> content = new HashMap<>();
    content.put("name", new Words("明名6000"));
    content.put("open_number", new FieldValue.Amount(new BigDecimal("6000.5")));
    content.put("secret_note", new Words("密语7351"));
    content.put("secret_long", new Words("密长文7352"));
    content.put("secret_number", new FieldValue.Amount(new BigDecimal("73519.25")));
    content.put("secret_day", new FieldValue.Day(LocalDate.of(2019, 3, 7)));
    content.put("secret_mark", new Words("on-request"));
    content.put("secret_link", new Ids(List.of(friend)));
    content.put("secret_files", new Ids(List.of(file)));
    content.put("secret_office", new Ids(List.of(office)));
    content.put("secret_later", new Words("密后7356"));
    content.put("secret_gone", new Words("密去7357"));
    content.put("secret_old", new Words("密旧7358"));
    content.put("secret_dropped", new Words("密弃7359"));
    content.put("open_old", new Words("明旧6001"));
    UUID record = changed(own, create(own, "hiding", County.OWN, content));
    create(own, "hiding", County.OWN, content);
    RecordView removed = create(own, "hiding", County.OWN, content);
    records.remove(own, removed.id(), removed.version(), "重复");
    create(
        foreign,
        "hiding",
        County.FOREIGN,
        Map.of("name", new Words("邻县8000"), "secret_note", new Words("邻语8001")));
    county
        .client(Role.COORDINATOR, County.OWN)
        .send(
            HttpMethod.POST,
            "/api/registers/hiding/views",
            """
            {"name": "明名6000视图", "shared": true,
             "query": {"q": "", "filters": ["secret_note:contains:密语7351"], "sort": "-secret_day",
                       "columns": ["name", "secret_note"], "state": ""}}
            """);
    define(own, register(2, SECOND));
    organisations.end(SYSTEM, office, LocalDate.of(2026, 1, 1)); // so that no template offers it
    return record;
  }

  /**
   * With a history: each value that is hidden took the place of another, and so did an open one.
   */
  private UUID changed(Scope scope, RecordView record) {
    RecordView before =
        records.change(
            scope,
            record.id(),
            record.version(),
            RecordEdit.of(
                Map.of(
                    "name", new Words("明名6000旧"),
                    "secret_note", new Words("密语73510"),
                    "secret_later", new Words("密后73560"),
                    "secret_gone", new Words("密去73570"),
                    "secret_old", new Words("密旧73580"),
                    "secret_dropped", new Words("密弃73590"))));
    return records
        .change(scope, record.id(), before.version(), RecordEdit.of(record.content()))
        .id()
        .value();
  }

  private RecordView create(
      Scope scope, String register, RegionCode region, Map<String, FieldValue> content) {
    return records.create(
        scope,
        new RegisterId(register),
        new RecordDraft(region, Optional.empty(), content, Optional.empty()));
  }

  private static String register(int version, String more) {
    return """
        register: %s
        version: %d
        name: 试验隐去
        kind: 台账
        geometry: none
        fields:
        %slifecycle: {states: {kept: 在册}}
        """
        .formatted(REGISTER, version, FIELDS + more);
  }

  private void define(Scope scope, String text) {
    assertThat(define.apply(scope, "hiding.yaml", text))
        .isInstanceOf(DefineRegister.Outcome.Applied.class);
  }
}
