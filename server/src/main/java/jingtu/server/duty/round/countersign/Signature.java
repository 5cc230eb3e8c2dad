package jingtu.server.duty.round.countersign;

import java.util.Optional;
import jingtu.vocabulary.Message;

/**
 * What an organisation answers when it is asked to countersign.
 *
 * @param words what it objects, or says beside agreeing; may be empty where it agrees
 */
public record Signature(boolean agrees, String words) {

  /** The most characters of its words. */
  public static final int LONGEST = 1000;

  public Signature {
    words = words.strip();
  }

  /** What is missing in it, or too long; absent where it can be taken. */
  public Optional<Message> fault() {
    if (words.length() > LONGEST) {
      return Optional.of(Message.of("countersign.too-long", LONGEST));
    }
    return agrees || !words.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("countersign.needs-words"));
  }
}
