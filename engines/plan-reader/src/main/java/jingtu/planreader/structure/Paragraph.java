package jingtu.planreader.structure;

import java.util.Optional;

/**
 * Some lines that belong together, as one run of words.
 *
 * @param from where it begins in the condensed text
 * @param to where it ends
 * @param gap where in {@code words} a blank stood after the first few characters; -1 if nowhere
 * @param boilerplate whether it is printed around the document and no part of it
 * @param words the words themselves
 * @param table the table that stands here instead of words
 */
public record Paragraph(
    int from, int to, int gap, boolean boilerplate, String words, Optional<Grid> table) {

  /** A table in its place among paragraphs; its words are in its cells. */
  static Paragraph of(Grid table) {
    return new Paragraph(table.from(), table.to(), -1, false, "", Optional.of(table));
  }

  /** The same paragraph, printed around the document. */
  Paragraph asBoilerplate() {
    return new Paragraph(from, to, gap, true, words, table);
  }

  /** A part of this paragraph as a paragraph of its own. */
  Paragraph part(int start, int end) {
    int moved = gap > start && gap < end ? gap - start : -1;
    return new Paragraph(
        from + start,
        from + end,
        moved,
        boilerplate,
        words.substring(start, end),
        Optional.empty());
  }
}
