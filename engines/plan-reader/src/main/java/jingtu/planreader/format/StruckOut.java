package jingtu.planreader.format;

import java.util.List;
import jingtu.vocabulary.Finding;

/**
 * Words that a document shows struck out. They are no longer part of its text; a finding says so,
 * since whoever struck them out may have meant only to mark them.
 */
final class StruckOut {

  private static final int SHOWN = 20;

  private int places;
  private String first = "";

  /** Notes the words of one place. */
  void add(String words) {
    String shown = words.strip();
    if (shown.isEmpty()) {
      return;
    }
    if (places++ == 0) {
      int end =
          shown.offsetByCodePoints(0, Math.min(SHOWN, shown.codePointCount(0, shown.length())));
      first = shown.substring(0, end);
    }
  }

  /** One finding where anything was struck out. */
  List<Finding> findings() {
    return places == 0 ? List.of() : List.of(Unreadable.finding("", "struck-out", places, first));
  }
}
