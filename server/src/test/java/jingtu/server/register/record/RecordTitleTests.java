package jingtu.server.register.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.WrittenRegister;
import jingtu.server.register.definition.Definition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTitleTests {

  private static final String YAML =
      """
      register: made-works
      version: 1
      name: 工厂
      kind: 台账
      key: [%s]
      geometry: none
      fields:
        - {id: code, label: 信用代码, type: credit-code, required: true}
        - {id: name, label: 名称, type: text, required: true}
        - {id: number, label: 编号, type: text, required: true}
      """;

  /**
   * Columns: the key; what the record holds of code, name and number; its title; whether so named.
   */
  @ParameterizedTest(name = "{0} of {1} {2} {3} is {4}")
  @CsvSource(
      textBlock =
          """
          code,         C1, 甲厂, N1, 甲厂
          code,         C1, ,     N1, N1
          code,         C1, ,     ,   C1
          number,       C1, 甲厂, N1, N1
          'code, name', C1, 甲厂, N1, C1 甲厂
          """)
  void aNameComesBeforeACodeAndAKeyOfWordsBeforeAll(
      String key, String code, String name, String number, String title) {
    Definition definition = WrittenRegister.read(YAML.formatted(key));
    Map<String, FieldValue> content = content("code", code, "name", name, "number", number);

    assertThat(RecordTitle.of(definition, content)).isEqualTo(Optional.of(title));
    assertThat(RecordTitle.isMeant(definition, content, title)).isTrue();
  }

  /** A sheet that names a works by its code goes on to mean it. */
  @ParameterizedTest(name = "{0} means it: {1}")
  @CsvSource(textBlock = "甲厂, true\nC1, true\nN1, false")
  void aFileMayNameItByTitleOrKey(String name, boolean meant) {
    Definition definition = WrittenRegister.read(YAML.formatted("code"));

    assertThat(
            RecordTitle.isMeant(
                definition, content("code", "C1", "name", "甲厂", "number", "N1"), name))
        .isEqualTo(meant);
  }

  /** Pairs of field and value; a field without one is left out. */
  private static Map<String, FieldValue> content(String... pairs) {
    return Stream.iterate(0, at -> at < pairs.length, at -> at + 2)
        .filter(at -> pairs[at + 1] != null)
        .collect(Collectors.toMap(at -> pairs[at], at -> new FieldValue.Words(pairs[at + 1])));
  }
}
