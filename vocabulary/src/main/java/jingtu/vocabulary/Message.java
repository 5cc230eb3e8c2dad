package jingtu.vocabulary;

import java.util.List;
import java.util.Objects;

/**
 * Something to be said to a person, not yet in any language: a key and what fills its blanks.
 *
 * @param key {@code feature.name}; the part before the first dot names the message file
 * @param arguments fill {@code {0}}, {@code {1}} … of the text, in that order
 */
public record Message(String key, List<String> arguments) {

  public Message {
    if (key.indexOf('.') <= 0) {
      throw new IllegalArgumentException("a message key reads feature.name, not '" + key + "'");
    }
    arguments = List.copyOf(arguments);
  }

  /** A message whose arguments are written as {@link String#valueOf(Object)} writes them. */
  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments).stream().map(Objects::toString).toList());
  }

  /** The part of the key before its first dot, which is the name of the message file. */
  public String feature() {
    return key.substring(0, key.indexOf('.'));
  }
}
