package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the clause grammar on a sentence of our own. */
class ClauseGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/grammar/clauses.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "-")
  void givesEachUnitItsRole(
      String words,
      String lead,
      String responsible,
      String participants,
      String implementers,
      String open) {
    Clause clause = read(words);
    assertThat(clause.lead()).isEqualTo(names(lead));
    assertThat(clause.responsible()).isEqualTo(names(responsible));
    assertThat(clause.participants()).isEqualTo(names(participants));
    assertThat(clause.implementers()).isEqualTo(names(implementers));
    assertThat(clause.open()).isEqualTo("yes".equals(open));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/not-clauses.csv", delimiter = '|')
  void passesOverOtherBrackets(String words) {
    assertThat(ClauseFinder.in("应当对其开展调查" + words)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/rules.csv", delimiter = '|')
  void takesUpWhatIsStatedOnce(String words, String implementers, String firstLeads) {
    Clause clause = read(words);
    assertThat(clause.rules().implementers()).isEqualTo(names(implementers));
    assertThat(clause.rules().firstLeads()).isEqualTo("yes".equals(firstLeads));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/rules-in-text.csv", delimiter = '|')
  void takesUpWhatRunningTextStatesOnce(String words, String implementers, String firstLeads) {
    Clause.Rules rules = OnceStated.in("应当对其开展调查。" + words);
    assertThat(rules.implementers()).isEqualTo(names(implementers));
    assertThat(rules.firstLeads()).isEqualTo("yes".equals(firstLeads));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          责任单位 | 2、市科技局         |          | 市科技局
          牵头单位 | 市科技局、市体育局   | 市科技局 市体育局 |
          责任单位 | 市科技局牵头，市体育局配合 | 市科技局 |
          责任部门 | 市科技局、各区政府   |          | 市科技局
          """)
  void readsACellUnderItsColumn(String column, String cell, String lead, String responsible) {
    Clause clause = ClauseGrammar.parseCell(column, cell).orElseThrow();
    assertThat(clause.lead()).isEqualTo(names(lead));
    assertThat(clause.responsible()).isEqualTo(names(responsible));
  }

  private static Clause read(String words) {
    List<ClauseFinder.Found> found = ClauseFinder.in("应当对其开展调查。" + words);
    return found.isEmpty() ? ClauseGrammar.parse(words).orElseThrow() : found.getLast().clause();
  }

  private static List<String> names(String field) {
    return field == null || field.isBlank() ? List.of() : List.of(field.strip().split(" +"));
  }
}
