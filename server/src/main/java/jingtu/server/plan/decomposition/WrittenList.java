package jingtu.server.plan.decomposition;

import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** How several things stand in one cell. */
final class WrittenList {

  private WrittenList() {}

  /** What stands between two of them. */
  static String separator(Language language) {
    return Messages.say(Message.of("decomposition.written-separator"), language);
  }

  /** Without blanks and separators at both ends. */
  static String trimmed(String words) {
    return words.replaceAll("^[\\s\\u3000；;]+|[\\s\\u3000；;]+$", "");
  }
}
