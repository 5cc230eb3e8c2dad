package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.PretendOffice;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.register.table.TableChange;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Records and what is due for them when a definition works its fields out otherwise. */
@WholeLifecycle
class ComputedAnewTests {

  private static final RegisterId ROUNDS = new RegisterId("test-rounds");

  private static final String THREE_YEARS =
      """
      register: test-rounds
      version: 1
      name: 试验轮训
      kind: 台账
      fields:
        - {id: name, label: 名称, type: text, required: true}
        - {id: held_on, label: 举办日期, type: date}
        - {id: next_due, label: 下一轮期限, type: computed, computed: {expression: "plus_months(held_on, 36)", result: date}}
      deadlines:
        - {id: next, due: P2Y, event: held_on, applies: "next_due < date('2028-01-01')", duty: 组织下一轮, by: test-trainer}
      """;

  private static final String TWO_YEARS =
      THREE_YEARS
          .replace("version: 1", "version: 2")
          .replace("36", "24")
          .replace(
              "deadlines:",
              """
                - {id: held_year, label: 举办年份, type: computed, computed: {expression: "year(held_on)", result: number}}
              deadlines:\
              """);

  @Autowired StepOffice office;
  @Autowired DefineRegister define;
  @Autowired Records records;
  @Autowired Deadlines deadlines;

  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() {
    office.open();
  }

  private RecordView held(String name, Optional<LocalDate> on) {
    Map<String, FieldValue> content =
        on.<Map<String, FieldValue>>map(
                day ->
                    Map.of("name", new FieldValue.Words(name), "held_on", new FieldValue.Day(day)))
            .orElseGet(() -> Map.of("name", new FieldValue.Words(name)));
    return records.create(
        county,
        ROUNDS,
        new RecordDraft(PretendOffice.COUNTY, Optional.empty(), content, Optional.empty()));
  }

  private List<String> planned(String text) {
    return define.check(county, "rounds.yaml", text).plan().stream()
        .map(TableChange::message)
        .map(message -> message.key() + message.arguments())
        .toList();
  }

  private void apply(String text) {
    assertThat(define.apply(county, "rounds.yaml", text))
        .isInstanceOf(DefineRegister.Outcome.Applied.class);
  }

  @Test
  void whatRecordsHoldAndWhatIsDueFollowTheNewDefinition() {
    apply(THREE_YEARS);
    assertThat(planned(TWO_YEARS)).containsExactly("register-table.new-field[举办年份]");
    RecordView record = held("一期", Optional.of(LocalDate.of(2025, 5, 1)));
    RecordView without = held("二期", Optional.empty());
    RecordView removed = held("三期", Optional.of(LocalDate.of(2025, 6, 1)));
    records.remove(county, removed.id(), removed.version(), "重复");
    assertThat(record.content())
        .containsEntry("next_due", new FieldValue.Day(LocalDate.of(2028, 5, 1)));
    assertThat(deadlines.of(county, record.id()).orElseThrow()).isEmpty();

    assertThat(planned(TWO_YEARS))
        .containsExactly(
            "register-table.new-field[举办年份]",
            "register-table.recomputed[下一轮期限]",
            "register-table.recomputed[举办年份]");
    apply(TWO_YEARS);

    RecordView after = records.find(county, record.id()).orElseThrow();
    assertThat(after.content())
        .containsEntry("next_due", new FieldValue.Day(LocalDate.of(2027, 5, 1)))
        .containsEntry("held_year", new FieldValue.Amount(new BigDecimal("2025")));
    assertThat(after.version()).isEqualTo(1);
    assertThat(records.history(county, record.id())).hasSize(1);
    assertThat(deadlines.of(county, record.id()).orElseThrow())
        .extracting(Deadlines.DueItem::rule)
        .containsExactly("next");
    assertThat(records.find(county, without.id()).orElseThrow().content()).containsOnlyKeys("name");
    assertThat(records.bringBack(county, removed.id()).content())
        .containsEntry("next_due", new FieldValue.Day(LocalDate.of(2027, 6, 1)));
  }
}
