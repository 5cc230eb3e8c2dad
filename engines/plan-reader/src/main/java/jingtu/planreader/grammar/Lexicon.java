package jingtu.planreader.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words of one kind, some with a meaning. It answers with the longest word that fits.
 *
 * @param <M> what a word means
 */
final class Lexicon<M> {

  private final List<Map.Entry<String, M>> longestFirst;

  private Lexicon(Map<String, M> words) {
    Comparator<Map.Entry<String, M>> byLength =
        Comparator.comparingInt(entry -> entry.getKey().length());
    this.longestFirst = words.entrySet().stream().sorted(byLength.reversed()).toList();
  }

  /** The lines {@code word,MEANING} of a data file of this package. */
  static <E extends Enum<E>> Lexicon<E> meanings(String file, Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (String line : lines(file)) {
      int comma = line.indexOf(',');
      words.put(line.substring(0, comma), Enum.valueOf(type, line.substring(comma + 1)));
    }
    return new Lexicon<>(words);
  }

  /** The lines of a data file of this package, each meaning itself. */
  static Lexicon<String> words(String file) {
    return of(lines(file));
  }

  static Lexicon<String> of(String... words) {
    return of(Arrays.asList(words));
  }

  private static Lexicon<String> of(List<String> words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    words.forEach(word -> meanings.put(word, word));
    return new Lexicon<>(meanings);
  }

  /** The longest word that {@code text} has at {@code from}. */
  Optional<Map.Entry<String, M>> at(String text, int from) {
    return longestFirst.stream().filter(word -> text.startsWith(word.getKey(), from)).findFirst();
  }

  /** The longest word that ends {@code text}. */
  Optional<Map.Entry<String, M>> atEndOf(String text) {
    return longestFirst.stream().filter(word -> text.endsWith(word.getKey())).findFirst();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no word list " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the word list " + file, e);
    }
  }
}
