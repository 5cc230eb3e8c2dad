package jingtu.planreader.revision;

import java.util.regex.Matcher;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.Framing;

/**
 * Words parted from the number before them.
 *
 * @param number as printed; empty where there is none
 * @param words what follows it
 */
record Numbered(String number, String words) {

  /** A sentence. */
  static Numbered sentence(String printed) {
    Matcher number = Framing.SENTENCE_NUMBER.matcher(printed);
    boolean numbered = number.find() && number.end() < printed.length();
    return numbered ? cut(printed, number.end()) : new Numbered("", printed);
  }

  /** A heading. */
  static Numbered heading(String printed) {
    return Enumerator.at(printed)
        .filter(number -> number.length() < printed.length())
        .map(number -> cut(printed, number.length()))
        .orElseGet(() -> new Numbered("", printed));
  }

  private static Numbered cut(String printed, int at) {
    return new Numbered(printed.substring(0, at).strip(), printed.substring(at).strip());
  }
}
