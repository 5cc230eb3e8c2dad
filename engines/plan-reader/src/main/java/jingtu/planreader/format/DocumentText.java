package jingtu.planreader.format;

import java.util.List;
import jingtu.planreader.Doubt;
import jingtu.planreader.Span;

/**
 * A document as one text.
 *
 * @param text paragraphs end with a line feed; a table row is one line, its cells separated by
 *     tabs, where a position that a merged cell covers is empty
 * @param tables in document order, none overlapping; a plain text has none
 * @param boilerplate what is printed around the document and is not part of it: menus and imprint
 *     of a web page, a table of contents; in document order, none overlapping
 * @param findings what was seen in the file but could not be turned into text
 */
public record DocumentText(
    String text, List<Table> tables, List<Span> boilerplate, List<Doubt> findings) {

  public DocumentText {
    tables = List.copyOf(tables);
    boilerplate = List.copyOf(boilerplate);
    findings = List.copyOf(findings);
  }

  /** A text that is nothing but text. */
  static DocumentText plain(String text) {
    return new DocumentText(text, List.of(), List.of(), List.of());
  }
}
