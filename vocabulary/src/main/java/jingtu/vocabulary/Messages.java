package jingtu.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns a {@link Message} into a sentence.
 *
 * <p>The sentences lie in {@code /messages/<feature>.<language>.properties} (UTF-8) on the class
 * path, one file per feature and language. Blanks are {@code {0}}, {@code {1}} …; quotes have no
 * special meaning.
 */
public final class Messages {

  private static final int MOST_DIGITS = 3;
  private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

  private Messages() {}

  /**
   * The sentence for a message.
   *
   * @throws UnknownMessage where the feature has no file or the file has no such key
   */
  public static String say(Message message, Language language) {
    String pattern =
        fileOf(message.feature(), language)
            .getProperty(message.key().substring(message.feature().length() + 1));
    if (pattern == null) {
      throw new UnknownMessage(message.key(), language);
    }
    return fill(pattern, message);
  }

  private static String fill(String pattern, Message message) {
    StringBuilder filled = new StringBuilder(pattern.length() + 64);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
      int close = pattern.indexOf('}', open);
      OptionalInt blank = blank(pattern, open + 1, close);
      if (blank.isPresent() && blank.getAsInt() < message.arguments().size()) {
        filled.append(pattern, from, open).append(message.arguments().get(blank.getAsInt()));
        from = close + 1;
      }
    }
    return filled.append(pattern, from, pattern.length()).toString();
  }

  /** The number of a blank between two places of a pattern; empty where there is none. */
  private static OptionalInt blank(String pattern, int from, int to) {
    if (to <= from || to - from > MOST_DIGITS) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = pattern.charAt(i);
      if (digit < '0' || digit > '9') {
        return OptionalInt.empty();
      }
      number = 10 * number + digit - '0';
    }
    return OptionalInt.of(number);
  }

  private static Properties fileOf(String feature, Language language) {
    String path = "/messages/" + feature + "." + language.tag() + ".properties";
    return FILES.computeIfAbsent(path, Messages::load);
  }

  private static Properties load(String path) {
    Properties sentences = new Properties();
    try (InputStream file = Messages.class.getResourceAsStream(path)) {
      if (file != null) {
        sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the messages in " + path, e);
    }
    return sentences;
  }

  /** A key that no message file holds: a defect of the program. */
  public static final class UnknownMessage extends RuntimeException {
    UnknownMessage(String key, Language language) {
      super("no sentence for '" + key + "' in language " + language.tag());
    }
  }
}
