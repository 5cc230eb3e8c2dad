package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values that sentences of our own set, and by when. */
class TargetGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/targets.csv", delimiter = '|', emptyValue = "")
  void readsHowMuchByWhen(String sentence, String targets) {
    List<DatePhrase> dates = DateGrammar.read(sentence, Optional.empty());
    assertThat(TargetGrammar.read(sentence).stream().map(it -> shown(it, dates)).toList())
        .isEqualTo(expected(targets));
  }

  private static String shown(TargetPhrase target, List<DatePhrase> dates) {
    String value = target.value().map(number -> number.toPlainString()).orElse("null");
    String unit = target.unit().isEmpty() ? "-" : target.unit();
    String by = target.by(dates).map(DatePhrase::notation).orElse("-");
    return String.join(" ", target.indicator(), target.comparator().sign(), value, unit, by);
  }

  private static List<String> expected(String targets) {
    return targets == null || targets.isBlank()
        ? List.of()
        : Arrays.stream(targets.split(";", -1)).map(String::strip).toList();
  }
}
