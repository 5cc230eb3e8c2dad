package jingtu.vocabulary;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is the same in two ways of writing one name: {@code Cr⁶⁺} and {@code cr6+}, {@code 苯并（a）芘}
 * and {@code 苯并[a]芘}. Two names are taken as the same where their keys are equal.
 */
final class Spelling {

  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\u00ad\\u2043]");
  private static final Pattern PRIMES =
      Pattern.compile("[\\u2018\\u2019\\u201b\\u2032\\u02b9\\u02bc\\u00b4`]");
  private static final Pattern LEFT_OUT =
      Pattern.compile("[\\s_()\\[\\]{}\\u3010\\u3011\\u3014\\u3015\\u200b\\ufeff]");

  /** Between the two names in {@code 镉(Cd)}, {@code 镉/Cd}, {@code 镉 Cd}, {@code 镉Cd}. */
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile(
          "[\\s_()\\[\\]{}/]+|(?<=\\p{IsHan})(?=[A-Za-z])|(?<=[A-Za-z0-9+'-])(?=\\p{IsHan})");

  private static final Map<String, String> GREEK =
      Map.of("α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "μ", "u");

  private Spelling() {}

  /**
   * The key of a name: compatible characters unified (width, superscripts, Roman numerals), lower
   * case, one kind of dash and prime, {@code .} as {@code ,}, Greek letters spelt out, blanks and
   * brackets left out.
   */
  static String key(String written) {
    return LEFT_OUT.matcher(unified(written)).replaceAll("").replace('.', ',');
  }

  /** The key of a unit's name, in which points between factors and {@code ×} count for nothing. */
  static String unitKey(String written) {
    return LEFT_OUT
        .matcher(unified(written).replaceAll("[.,·•⋅∙*×^]", ""))
        .replaceAll("")
        .replace('∕', '/');
  }

  private static String unified(String written) {
    String primes = PRIMES.matcher(written).replaceAll("'");
    String plain = Normalizer.normalize(primes, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String dashed = DASHES.matcher(plain).replaceAll("-");
    for (Map.Entry<String, String> letter : GREEK.entrySet()) {
      dashed = dashed.replace(letter.getKey(), letter.getValue());
    }
    return dashed;
  }

  /** The names in a text that gives one thing two names: {@code 镉} and {@code Cd}. */
  static List<String> names(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
    return BETWEEN_NAMES
        .splitAsStream(plain)
        .map(Spelling::key)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Names and what they name; a name never names two things. */
  static final class Index<T> {

    private final Map<String, T> byKey = new HashMap<>();

    /**
     * Adds a name.
     *
     * @param key its {@link Spelling#key}
     * @throws CsvTable.Faulty where it already names something else
     */
    void add(String key, T named, CsvTable.Row row) {
      if (key.isEmpty()) {
        throw row.fault("has an empty name");
      }
      T before = byKey.putIfAbsent(key, named);
      if (before != null && !before.equals(named)) {
        throw row.fault("'" + key + "' is ambiguous: it names " + before + " and " + named);
      }
    }

    Optional<T> find(String key) {
      return Optional.ofNullable(byKey.get(key));
    }

    /** What a text names as a whole, or what all names in it name together. */
    Optional<T> findAny(String written) {
      Optional<T> whole = find(key(written));
      if (whole.isPresent()) {
        return whole;
      }
      List<Optional<T>> named = names(written).stream().map(this::find).distinct().toList();
      return named.size() == 1 ? named.getFirst() : Optional.empty();
    }
  }
}
