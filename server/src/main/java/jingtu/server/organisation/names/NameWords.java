package jingtu.server.organisation.names;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words out of which names of offices are put together, by what is done with them. */
final class NameWords {

  private static final Map<String, List<String>> BY_USE =
      NameData.rows("name-words.csv").stream()
          .map(line -> line.split(",", 2))
          .collect(groupingBy(cells -> cells[0], mapping(cells -> cells[1], toList())));

  private NameWords() {}

  /** All words of one use, in the order of the list. */
  static List<String> of(String use) {
    List<String> words = BY_USE.get(use);
    if (words == null) {
      throw new IllegalStateException("no words for " + use);
    }
    return words;
  }

  /** The only word of a use. */
  static String one(String use) {
    return of(use).getFirst();
  }

  /** The words of a use whose lines hold several, split. */
  static List<List<String>> rowsOf(String use) {
    return of(use).stream().map(row -> List.of(row.split(";", -1))).toList();
  }

  /** The longest word of a use that a text begins with. */
  static Optional<String> beginning(String use, String text) {
    return of(use).stream().filter(text::startsWith).max(Comparator.comparingInt(String::length));
  }

  /** The longest word of a use that a text ends with. */
  static Optional<String> ending(String use, String text) {
    return of(use).stream().filter(text::endsWith).max(Comparator.comparingInt(String::length));
  }

  /** A text without its last word of a use; as it is where it ends in none. */
  static String without(String use, String text) {
    return ending(use, text)
        .map(end -> text.substring(0, text.length() - end.length()))
        .orElse(text);
  }
}
