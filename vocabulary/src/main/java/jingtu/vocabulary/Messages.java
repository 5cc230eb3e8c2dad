package jingtu.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a {@link Message} into a sentence.
 *
 * <p>The sentences lie in {@code /messages/<feature>.<language>.properties} (UTF-8) on the class
 * path, one file per feature and language. Blanks are {@code {0}}, {@code {1}} …; quotes have no
 * special meaning.
 */
public final class Messages {

  private static final Pattern BLANK = Pattern.compile("\\{(\\d+)}");
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
    return BLANK
        .matcher(pattern)
        .replaceAll(
            blank -> {
              int index = Integer.parseInt(blank.group(1));
              boolean known = index < message.arguments().size();
              return Matcher.quoteReplacement(
                  known ? message.arguments().get(index) : blank.group());
            });
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
