package jingtu.server.duty.refill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jingtu.server.duty.Ended;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form that names a duty which has ended can still be filled, and says why it ended. */
class EndedWordsTests {

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsWords(Ended reason) {
    String key = "refill.duty-ended." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    for (Language language : Language.values()) {
      assertThat(Messages.say(Message.of(key, "县林业局"), language)).contains("县林业局");
    }
  }
}
