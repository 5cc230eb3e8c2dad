package jingtu.server.register.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.WrittenRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;

class BindingTests {

  private static final Definition POND =
      WrittenRegister.read(
          """
              register: test-pond
              version: 1
              name: 试验池
              kind: 台账
              key: [name]
              geometry: none
              fields:
                - {id: name,        label: 名称,     type: text, required: true}
                - {id: capacity,    label: 库容,     type: quantity, unit: 10⁴ m³, required: true, when: "filled(name)"}
                - {id: found,       label: 建成日期, type: date}
                - {id: licence,     label: 许可期限, type: period}
                - {id: radioactive, label: 放射性,   type: flag}
                - {id: watched_by,  label: 监管单位, type: organisation}
                - {id: neighbours,  label: 相邻,     type: link, to: test-pond, many: true}
                - {id: opinion,     label: 意见,     type: text, roles: [coordinator]}
                - {id: old,         label: 旧字段,   type: text, retired: true}
                - {id: full,        label: 已满,     type: computed, computed: {expression: "capacity > 100", result: flag}}
              """);

  /** Everything that a component may hold. */
  record Pond(
      RecordId id,
      RegionCode region,
      Optional<UUID> organisation,
      String state,
      String name,
      Optional<BigDecimal> capacity,
      Optional<LocalDate> found,
      Optional<FieldValue.Span> licence,
      Optional<Boolean> radioactive,
      Optional<UUID> watchedBy,
      Optional<List<UUID>> neighbours,
      Optional<String> opinion,
      Optional<Boolean> full) {}

  record MissingField(String name, String nickname) {}

  record WrongType(String name, Optional<String> found) {}

  record RetiredField(Optional<String> old) {}

  record AlwaysThere(BigDecimal capacity) {}

  record HiddenFromSome(String opinion) {}

  record OwnOfAnotherType(UUID id, UUID organisation) {}

  private static <T extends Record> List<String> faults(Class<T> type) {
    return new Binding<>(new RegisterId("test-pond"), type)
        .faults(POND).stream().map(fault -> Messages.say(fault, Language.EN)).toList();
  }

  @Test
  void fitsWhatTheDefinitionSays() {
    Binding<Pond> binding = new Binding<>(new RegisterId("test-pond"), Pond.class);

    assertThat(binding.faults(POND)).isEmpty();
    assertThat(binding.fields())
        .containsExactly(
            "capacity",
            "found",
            "full",
            "licence",
            "name",
            "neighbours",
            "opinion",
            "radioactive",
            "watched_by");
  }

  @Test
  void namesEveryComponentThatDoesNotFit() {
    assertThat(faults(MissingField.class)).containsExactly(noField("MissingField", "nickname"));
    assertThat(faults(RetiredField.class)).containsExactly(noField("RetiredField", "old"));
    assertThat(faults(WrongType.class))
        .containsExactly(
            otherType("WrongType", "found", "Optional<LocalDate>", "Optional<String>"));
    assertThat(faults(AlwaysThere.class))
        .containsExactly(
            otherType("AlwaysThere", "capacity", "Optional<BigDecimal>", "BigDecimal"));
    assertThat(faults(HiddenFromSome.class))
        .containsExactly(otherType("HiddenFromSome", "opinion", "Optional<String>", "String"));
    assertThat(faults(OwnOfAnotherType.class))
        .containsExactly(
            "OwnOfAnotherType.id must be RecordId.",
            "OwnOfAnotherType.organisation must be Optional<UUID>.");
  }

  private static String noField(String type, String field) {
    return ("The program uses the field %2$s of register test-pond (%1$s.%2$s), which is not in the"
            + " definition or retired.")
        .formatted(type, field);
  }

  private static String otherType(String type, String field, String is, String wanted) {
    return ("The program uses the field %2$s of register test-pond (%1$s.%2$s) as %4$s; in the"
            + " definition it is %3$s.")
        .formatted(type, field, is, wanted);
  }

  @Test
  void readsARecordAsTheClass() {
    RecordId id = new RecordId(new UUID(7, 7));
    UUID office = new UUID(1, 2);
    List<UUID> neighbours = List.of(new UUID(3, 4), new UUID(5, 6));
    FieldValue.Span licence = new FieldValue.Span(LocalDate.of(2024, 1, 1), Optional.empty());

    Pond pond =
        new Binding<>(new RegisterId("test-pond"), Pond.class)
            .read(
                id,
                new RegionCode("991121"),
                Optional.empty(),
                "kept",
                Map.of(
                    "name", new FieldValue.Words("北沟池"),
                    "capacity", new FieldValue.Amount(new BigDecimal("12.50")),
                    "licence", licence,
                    "radioactive", new FieldValue.Yes(false),
                    "watched_by", new FieldValue.Ids(List.of(office)),
                    "neighbours", new FieldValue.Ids(neighbours)));

    assertThat(pond)
        .isEqualTo(
            new Pond(
                id,
                new RegionCode("991121"),
                Optional.empty(),
                "kept",
                "北沟池",
                Optional.of(new BigDecimal("12.5")),
                Optional.empty(),
                Optional.of(licence),
                Optional.of(false),
                Optional.of(office),
                Optional.of(neighbours),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void refusesARecordWithoutWhatIsAlwaysThere() {
    Binding<Pond> binding = new Binding<>(new RegisterId("test-pond"), Pond.class);

    assertThatThrownBy(
            () ->
                binding.read(
                    new RecordId(new UUID(0, 1)),
                    new RegionCode("991121"),
                    Optional.empty(),
                    "kept",
                    Map.of()))
        .hasMessageContaining("name");
  }
}
