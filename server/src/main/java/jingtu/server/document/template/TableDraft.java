package jingtu.server.document.template;

import java.util.List;

/**
 * A template that is one table under a title, described in a few words and written in either
 * format: landscape, the head repeated on each page, pages counted, in the fonts of official
 * documents. Whoever wants it otherwise changes the file in an office program.
 *
 * @param mark what stands in the upper left corner, such as the word for annex
 * @param title with fields; {@code note} is the smaller line below it
 */
public record TableDraft(
    Paper paper, String name, String mark, String title, String note, List<Column> columns) {

  public TableDraft {
    columns = List.copyOf(columns);
  }

  /** A sheet of paper in landscape. */
  public enum Paper {
    A4(297, 210),
    A3(420, 297);

    private final int widthMm;
    private final int heightMm;

    Paper(int widthMm, int heightMm) {
      this.widthMm = widthMm;
      this.heightMm = heightMm;
    }

    int widthMm() {
      return widthMm;
    }

    int heightMm() {
      return heightMm;
    }
  }

  /**
   * One column.
   *
   * @param text what stands in the row that is repeated: a field between braces
   * @param look how its cells stand
   */
  public record Column(String heading, int widthMm, String text, Look look) {}

  /** How the words of a cell stand in it. */
  public enum Look {
    /** In the middle, for short words. */
    CENTRED,
    /** From the left, for sentences. */
    LEFT,
    /** Under the upper edge, for cells that may be merged over more than a page. */
    TOP,
    /** Not seen: what a program reads when the file comes back. Only .xlsx has such columns. */
    HIDDEN
  }

  /** The template as .docx, without hidden columns. */
  public byte[] word() {
    return WordDraft.of(
        new TableDraft(
            paper,
            name,
            mark,
            title,
            note,
            columns.stream().filter(column -> column.look() != Look.HIDDEN).toList()));
  }

  /** The template as .xlsx. */
  public byte[] sheet() {
    return SheetDraft.of(this);
  }
}
