package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values that sentences of our own set; by when is read with the sentence's dates. */
class TargetGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/targets.csv", delimiter = '|', emptyValue = "")
  void readsHowMuch(String sentence, String targets) {
    assertThat(TargetGrammar.read(sentence).stream().map(TargetGrammarTests::shown).toList())
        .isEqualTo(withoutDates(targets));
  }

  private static String shown(TargetPhrase target) {
    String value = target.value().map(number -> number.toPlainString()).orElse("null");
    String unit = target.unit().isEmpty() ? "-" : target.unit();
    return String.join(" ", target.indicator(), target.comparator().sign(), value, unit);
  }

  private static List<String> withoutDates(String targets) {
    if (targets == null || targets.isBlank()) {
      return List.of();
    }
    return Arrays.stream(targets.split(";", -1))
        .map(String::strip)
        .map(target -> target.substring(0, target.lastIndexOf(' ')))
        .toList();
  }
}
