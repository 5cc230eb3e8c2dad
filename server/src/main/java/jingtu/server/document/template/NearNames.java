package jingtu.server.document.template;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.vocabulary.Message;

/** The names of a kind's fields that somebody may have meant. */
final class NearNames {

  private static final int MOST = 3;

  private record Near(String name, int distance) {}

  private NearNames() {}

  /** A remedy that proposes the nearest names, or sends to the list where none is near. */
  static Message of(String typed, TemplateKind kind) {
    List<Near> near =
        names(kind)
            .map(name -> new Near(name, distance(typed, name)))
            .filter(candidate -> candidate.distance() <= bound(typed, candidate.name()))
            .sorted(Comparator.comparingInt(Near::distance))
            .limit(MOST)
            .toList();
    return near.isEmpty()
        ? Message.of("template.see-fields")
        : Message.of(
            "template.near-names",
            near.stream().map(it -> "{{" + it.name() + "}}").collect(Collectors.joining(" ")));
  }

  private static Stream<String> names(TemplateKind kind) {
    return Stream.concat(
        kind.fields().stream().map(TemplateField::name),
        kind.rows().stream()
            .flatMap(
                rows -> rows.fields().stream().map(field -> rows.name() + "." + field.name())));
  }

  /** Half of the shorter word may differ. */
  private static int bound(String typed, String name) {
    return Math.max(1, Math.min(last(typed).length(), last(name).length()) / 2);
  }

  /** With what stands before the dot, or without it, whichever is nearer. */
  private static int distance(String typed, String name) {
    return Math.min(edits(typed, name), edits(last(typed), last(name)));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Levenshtein's distance. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
