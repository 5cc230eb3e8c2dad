package jingtu.planreader;

import java.util.List;

/**
 * A heading, a paragraph or a table row of a document.
 *
 * @param kind what it is
 * @param level 1 for a chapter heading, 2 for a section, 3 for an item …; 0 for what is no heading
 * @param path the headings above it, outermost first, as printed
 */
public record Passage(Kind kind, int level, Span span, List<String> path) {

  public Passage {
    path = List.copyOf(path);
  }

  public enum Kind {
    TITLE,
    HEADING,
    PARAGRAPH,
    /** A paragraph or line that only says who is responsible. */
    CLAUSE,
    TABLE_ROW,
    /** Navigation, menus, imprint: printed around the plan, not part of it. */
    BOILERPLATE
  }
}
