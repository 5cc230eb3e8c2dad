package jingtu.planreader.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Map<Character, List<Map.Entry<String, M>>> byFirst = new HashMap<>();
  private final Map<Character, List<Map.Entry<String, M>>> byLast = new HashMap<>();

  private Lexicon(Map<String, M> words) {
    Comparator<Map.Entry<String, M>> byLength =
        Comparator.comparingInt(entry -> entry.getKey().length());
    this.longestFirst = words.entrySet().stream().sorted(byLength.reversed()).toList();
    for (Map.Entry<String, M> word : longestFirst) {
      String letters = word.getKey();
      byFirst.computeIfAbsent(letters.charAt(0), c -> new ArrayList<>()).add(word);
      byLast
          .computeIfAbsent(letters.charAt(letters.length() - 1), c -> new ArrayList<>())
          .add(word);
    }
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

  List<String> all() {
    return longestFirst.stream().map(Map.Entry::getKey).toList();
  }

  /** The longest word that {@code text} has at {@code from}. */
  Optional<Map.Entry<String, M>> at(String text, int from) {
    if (from >= text.length()) {
      return Optional.empty();
    }
    for (Map.Entry<String, M> word : byFirst.getOrDefault(text.charAt(from), List.of())) {
      if (text.startsWith(word.getKey(), from)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** The longest word that ends {@code text}. */
  Optional<Map.Entry<String, M>> atEndOf(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char last = text.charAt(text.length() - 1);
    for (Map.Entry<String, M> word : byLast.getOrDefault(last, List.of())) {
      if (text.endsWith(word.getKey())) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
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
