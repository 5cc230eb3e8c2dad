package jingtu.vocabulary;

import java.util.Optional;

/** What became of a text that somebody wrote: what it means, or why it means nothing. */
public sealed interface Parsed<T> {

  /** The text means something. */
  record Understood<T>(T value) implements Parsed<T> {}

  /**
   * The text is refused.
   *
   * @param problem what is wrong, with the text as written
   * @param remedy what is allowed, or what to do
   */
  record Refused<T>(Message problem, Message remedy) implements Parsed<T> {}

  /** What it means, where it means something. */
  default Optional<T> find() {
    return switch (this) {
      case Understood<T>(T value) -> Optional.of(value);
      case Refused<T> refused -> Optional.empty();
    };
  }
}
