package jingtu.server.register.exchange.cell;

import java.util.List;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** The words of exchanged tables, which lie in the file of messages {@code register-exchange}. */
public final class ExchangeWords {

  private ExchangeWords() {}

  /** A sentence or a word. */
  public static String say(Language language, String key, Object... arguments) {
    return Messages.say(message(key, arguments), language);
  }

  /** Words that mean the same, divided by {@code |} in the file. */
  public static List<String> words(Language language, String key) {
    return List.of(say(language, key).split("\\|"));
  }

  /** A message of this feature. */
  public static Message message(String key, Object... arguments) {
    return Message.of("register-exchange." + key, arguments);
  }
}
