package jingtu.planreader.revision;

import java.util.List;

/**
 * What happened to one sentence.
 *
 * @param stretches the sentence, cut where words changed; one stretch where none did
 */
public record SentenceChange(Kind kind, List<Stretch> stretches) {

  public SentenceChange {
    stretches = List.copyOf(stretches);
  }

  /** What happened to it. */
  public enum Kind {
    CHANGED,
    /** The same words in another order of sentences. */
    MOVED,
    ADDED,
    REMOVED
  }

  /** The sentence as it was; empty for an added one. */
  public String before() {
    return String.join("", stretches.stream().map(Stretch::before).toList());
  }

  /** The sentence as it is; empty for a removed one. */
  public String after() {
    return String.join("", stretches.stream().map(Stretch::after).toList());
  }
}
