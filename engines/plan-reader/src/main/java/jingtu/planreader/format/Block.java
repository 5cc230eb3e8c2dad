package jingtu.planreader.format;

import java.util.List;

/** A part of a document in reading order, before it has a place in the text. */
sealed interface Block {

  /** A paragraph. Its text holds no line feed. */
  record Paragraph(String text, boolean boilerplate) implements Block {
    static Paragraph of(String text) {
      return new Paragraph(text, false);
    }
  }

  /** A table; each row holds the cells that begin in it. */
  record Grid(List<List<GridCell>> rows, boolean boilerplate) implements Block {

    public Grid {
      rows = List.copyOf(rows);
    }

    int columns() {
      return rows.stream()
          .flatMap(List::stream)
          .mapToInt(cell -> cell.column() + cell.columnSpan())
          .max()
          .orElse(0);
    }
  }

  /** A cell where it begins. */
  record GridCell(List<String> paragraphs, int column, int rowSpan, int columnSpan) {

    public GridCell {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
