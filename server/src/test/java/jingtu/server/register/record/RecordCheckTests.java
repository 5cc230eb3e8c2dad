package jingtu.server.register.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionReader;
import org.junit.jupiter.api.Test;

class RecordCheckTests {

  private static final String CODED =
      """
      register: coded
      version: 1
      name: 试验台账
      kind: 台账
      fields:
        - {id: kind, label: 种类, type: code, codes: not-loaded}
      """;

  @Test
  void aCodeStaysWhileItsListIsNotLoadedAndNoneIsChosen() {
    Definition definition = DefinitionReader.read("coded.yaml", CODED).definition().orElseThrow();
    RecordCheck check =
        new RecordCheck(
            definition,
            field -> true,
            new RecordCheck.Known(
                new CodeLists(Map.of()), Set.of(), Set.of(), LocalDate.of(2026, 11, 30)));
    Map<String, FieldValue> a = Map.of("kind", new FieldValue.Words("a"));
    Map<String, FieldValue> b = Map.of("kind", new FieldValue.Words("b"));

    assertThat(faults(check, a, a)).isEmpty();
    assertThat(faults(check, b, a)).containsExactly("register-record.no-list");
  }

  private static List<String> faults(
      RecordCheck check, Map<String, FieldValue> content, Map<String, FieldValue> before) {
    return check.check(content, Optional.empty(), "", before).stream()
        .map(fault -> fault.message().key())
        .toList();
  }
}
