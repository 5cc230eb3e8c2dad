package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of time on sentences of our own; the plan's title names the year 2021. */
class DateGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/dates.csv", delimiter = '|', emptyValue = "")
  void readsWhen(String sentence, String notations) {
    assertThat(notations(sentence, Optional.of(2021))).isEqualTo(words(notations));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6月25日前报送       | R/P1Y;--06-25
          年底前完成          | R/P1Y;--12-31
          于4月11日前报送     | R/P1Y;--04-11
          2019年4月11日前报送 | 2019-04-11
          """)
  void comesRoundEveryYearWhereNeitherTextNorTitleNamesOne(String sentence, String notations) {
    assertThat(notations(sentence, Optional.empty())).isEqualTo(words(notations));
  }

  private static List<String> notations(String sentence, Optional<Integer> year) {
    return DateGrammar.read(sentence, year).stream().map(DatePhrase::notation).toList();
  }

  private static List<String> words(String field) {
    return field == null || field.isBlank() ? List.of() : List.of(field.strip().split(" +"));
  }
}
