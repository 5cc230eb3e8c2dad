package jingtu.server.duty.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.round.Channel;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportChange;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a report can come in by, or a chase go out by, has a word on paper. */
class PaperWordsTests {

  static Stream<String> keys() {
    return Stream.of(
            keys("channel", Channel.values()),
            keys("status", LineStatus.values()),
            keys("book.way", Chase.Way.values()),
            keys("book.what", ReportChange.What.values()))
        .flatMap(each -> each);
  }

  private static Stream<String> keys(String kind, Enum<?>[] values) {
    return Stream.of(values).map(value -> "paper." + kind + "." + PaperWords.lower(value));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void isSaidInBothLanguages(String key) {
    for (Language language : Language.values()) {
      assertThat(Messages.say(Message.of(key, "某人"), language)).isNotBlank();
    }
  }
}
