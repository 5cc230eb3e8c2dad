package jingtu.server.organisation.names;

import java.util.Optional;

/**
 * A short form taken apart.
 *
 * @param concern what the office does
 * @param kind what it is, such as a bureau; empty where the name does not say
 */
record Office(String concern, String kind) {

  static Office of(String shortForm) {
    Optional<String> kind =
        NameWords.ending("kind", shortForm).filter(end -> !end.equals(shortForm));
    return kind.map(
            end -> new Office(shortForm.substring(0, shortForm.length() - end.length()), end))
        .orElse(new Office(shortForm, ""));
  }

  String text() {
    return concern + kind;
  }
}
