package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jingtu.server.PretendOffice;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An item of an inspection whose extension is granted and taken back, as it is shipped. */
@WholeLifecycle
class ExtensionTests {

  private static final RegisterId ITEMS = new RegisterId("test-extensions");

  @Autowired StepOffice office;
  @Autowired DefineRegister define;
  @Autowired Records records;
  @Autowired Deadlines deadlines;

  private final List<RecordId> made = new ArrayList<>();
  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() throws IOException {
    office.open();
    define.apply(
        county,
        "extensions.yaml",
        shipped().replaceFirst("(?m)^register: .*$", "register: " + ITEMS));
  }

  /** So that nothing is told of them to who listens next. */
  @AfterEach
  void leaveNothingDue() {
    made.forEach(
        id -> {
          RecordView record = records.find(county, id).orElseThrow();
          records.remove(county, id, record.version(), "试毕");
        });
    made.clear();
  }

  private static String shipped() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ExtensionTests.class.getResourceAsStream(
                "/register/definitions/inspection-rectification.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static FieldValue day(String date) {
    return new FieldValue.Day(LocalDate.parse(date));
  }

  private RecordView item(String number, Map<String, FieldValue> more) {
    RecordView item =
        records.create(
            county,
            ITEMS,
            new RecordDraft(
                PretendOffice.COUNTY,
                Optional.empty(),
                Map.of(
                    "number", new FieldValue.Words(number),
                    "source", new FieldValue.Words("central"),
                    "found_on", day("2026-05-02"),
                    "problem", new FieldValue.Words("边坡未覆土"),
                    "lead", new FieldValue.Ids(List.of(office.id("works"))),
                    "due_on", day("2030-06-28")),
                Optional.empty()));
    made.add(item.id());
    return more.isEmpty() ? item : change(item, more);
  }

  private RecordView change(RecordView record, Map<String, FieldValue> set) {
    return records.change(county, record.id(), record.version(), RecordEdit.of(set));
  }

  /** What the last calls are made for, with their months. */
  private List<String> lastCalls(RecordView record) {
    return deadlines.of(county, record.id()).orElseThrow().stream()
        .filter(item -> item.rule().startsWith("last-call"))
        .map(item -> item.rule() + " " + item.due().date().toString().substring(0, 7))
        .toList();
  }

  @Test
  void anExtensionThatIsTakenBackMovesNothingThoughItsDayIsKept() {
    RecordView extended =
        item("延1", Map.of("delayed", new FieldValue.Yes(true), "delayed_to", day("2030-12-30")));
    assertThat(lastCalls(extended)).containsExactly("last-call-after-delay 2030-12");

    RecordView withdrawn = change(extended, Map.of("delayed", new FieldValue.Yes(false)));
    assertThat(withdrawn.content()).containsEntry("delayed_to", day("2030-12-30"));
    assertThat(lastCalls(withdrawn)).containsExactly("last-call 2030-06");

    assertThat(change(withdrawn, Map.of("due_on", day("2031-01-31"))).content())
        .as("a day that is no longer asked for refuses nothing")
        .containsEntry("due_on", day("2031-01-31"));
  }

  @Test
  void withoutAWordOfAnExtensionTheFirstDayStands() {
    assertThat(lastCalls(item("延2", Map.of()))).containsExactly("last-call 2030-06");
    assertThat(lastCalls(item("延3", Map.of("delayed_to", day("2030-12-30")))))
        .containsExactly("last-call 2030-06");
  }
}
