package jingtu.standards;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is the same in two ways of writing the name of a standard, a category or a condition. */
final class Names {

  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]+");
  private static final Pattern LEFT_OUT =
      Pattern.compile("[\\s/()\\[\\]\\u3010\\u3011\\u3014\\u3015]");
  private static final Pattern BETWEEN = Pattern.compile("[\\s()\\[\\],;+/\\u3001]+");

  private Names() {}

  /** Width, case, blanks, brackets and kinds of dashes count for nothing. */
  static String key(String written) {
    return LEFT_OUT.matcher(plain(written)).replaceAll("");
  }

  /** The names in a text that gives several, between brackets, blanks, commas or plus signs. */
  static List<String> parts(String written) {
    return BETWEEN.splitAsStream(plain(written)).filter(Predicate.not(String::isEmpty)).toList();
  }

  private static String plain(String written) {
    String unified = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DASHES.matcher(unified).replaceAll("-");
  }
}
