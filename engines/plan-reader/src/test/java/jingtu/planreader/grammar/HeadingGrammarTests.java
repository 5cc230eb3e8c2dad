package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers of all styles, headings that stand alone and headings that run in. */
class HeadingGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/grammar/headings.csv", delimiter = '|', emptyValue = "")
  void partsHeadingAndText(String words, String rank, String heading, String rest) {
    String paragraph = words.replace("\u3000", "");
    Optional<HeadingGrammar> read = HeadingGrammar.read(paragraph, -1);
    if ("-".equals(rank)) {
      assertThat(read).isEmpty();
      return;
    }
    HeadingGrammar parts = read.orElseThrow();
    assertThat(parts.enumerator().rank()).isEqualTo(Integer.parseInt(rank));
    assertThat(paragraph.substring(0, parts.headingEnd())).isEqualTo(heading);
    assertThat(paragraph.substring(parts.restStart())).isEqualTo(rest == null ? "" : rest);
  }
}
