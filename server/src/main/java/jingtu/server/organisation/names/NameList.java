package jingtu.server.organisation.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several names in one.
 *
 * @param parts in order, as printed between the separators
 * @param open whether the list says that it does not name everybody
 */
record NameList(List<String> parts, boolean open) {

  /** A name as a list; one part where nothing separates. */
  static NameList of(String name) {
    Optional<String> end = NameWords.ending("list-end", name).filter(tail -> !tail.equals(name));
    String listed = end.map(tail -> name.substring(0, name.length() - tail.length())).orElse(name);
    return new NameList(split(listed, NameWords.of("separator")), end.isPresent());
  }

  /** What a word such as “and” joins, which may also stand inside one name. */
  static List<String> halves(String part) {
    return split(part, NameWords.of("joint"));
  }

  /** Splits where a word stands outside brackets. */
  private static List<String> split(String text, List<String> words) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      Optional<String> word = depth == 0 ? wordAt(text, at, words) : Optional.empty();
      if (word.isPresent()) {
        parts.add(text.substring(from, at));
        from = at + word.get().length();
        at = from;
      } else {
        at++;
      }
    }
    parts.add(text.substring(from));
    return List.copyOf(parts);
  }

  private static Optional<String> wordAt(String text, int at, List<String> words) {
    return words.stream().filter(word -> text.startsWith(word, at)).findFirst();
  }
}
