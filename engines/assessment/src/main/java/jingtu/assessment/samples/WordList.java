package jingtu.assessment.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words that people write for each of a few meanings, from a data file beside this class: a
 * meaning and a word a line, the preferred words first.
 */
final class WordList<M extends Enum<M>> {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0_]+");

  private final Map<String, M> meanings = new HashMap<>();
  private final Map<M, List<String>> words = new HashMap<>();

  private WordList() {}

  static <M extends Enum<M>> WordList<M> load(Class<M> meanings, String file) {
    WordList<M> list = new WordList<>();
    try (InputStream bytes = WordList.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("no list of words " + file);
      }
      var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> list.add(meanings, line));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of words " + file, e);
    }
    return list;
  }

  private void add(Class<M> kinds, String line) {
    int comma = line.indexOf(',');
    M meaning = Enum.valueOf(kinds, line.substring(0, comma));
    String word = plain(line.substring(comma + 1));
    if (meanings.putIfAbsent(word, meaning) != null) {
      throw new IllegalStateException("the word '" + word + "' stands twice");
    }
    words.computeIfAbsent(meaning, any -> new ArrayList<>()).add(word);
  }

  /** What a word stands for, whatever its width, its case and the blanks in it. */
  Optional<M> find(String written) {
    return Optional.ofNullable(meanings.get(plain(written)));
  }

  /** The place of a word among those of its meaning; a smaller one is preferred. */
  int rank(M meaning, String written) {
    return words.getOrDefault(meaning, List.of()).indexOf(plain(written));
  }

  /** The word of a meaning with which a text begins, in the form of {@link #plain}. */
  Optional<String> opening(M meaning, String plainText) {
    return words.getOrDefault(meaning, List.of()).stream()
        .filter(plainText::startsWith)
        .findFirst();
  }

  /** The word of a meaning with which a text ends, in the form of {@link #plain}. */
  Optional<String> ending(M meaning, String plainText) {
    return words.getOrDefault(meaning, List.of()).stream().filter(plainText::endsWith).findFirst();
  }

  /** Half width, lower case, no blanks and underscores. */
  static String plain(String written) {
    return SPACE.matcher(halfWidth(written)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Half width; the minus sign as a hyphen. */
  static String halfWidth(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) >= 0x80) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replace('\u2212', '-').strip();
      }
    }
    return written.strip();
  }
}
