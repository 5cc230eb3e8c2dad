package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.Doubt;
import jingtu.planreader.Span;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.Block.GridCell;
import jingtu.planreader.format.Block.Paragraph;
import jingtu.vocabulary.Finding;

/** A text in the making: joins blocks and notes where each came to stand. */
final class Draft {

  private final StringBuilder text = new StringBuilder();
  private final List<Table> tables = new ArrayList<>();
  private final List<Span> boilerplate = new ArrayList<>();
  private final List<Doubt> findings = new ArrayList<>();
  private int length;

  /** The whole text of some blocks. */
  static DocumentText of(List<Block> blocks, List<Finding> findings) throws Unreadable {
    Draft draft = new Draft();
    for (Block block : blocks) {
      draft.add(block);
    }
    findings.forEach(draft::doubt);
    return new DocumentText(draft.text.toString(), draft.tables, draft.boilerplate, draft.findings);
  }

  private void doubt(Finding finding) {
    findings.add(new Doubt(new Span(0, 0), List.of(), finding));
  }

  private void add(Block block) throws Unreadable {
    switch (block) {
      case Paragraph paragraph -> addParagraph(paragraph);
      case Grid grid when grid.columns() <= 1 -> addColumn(grid);
      case Grid grid -> addTable(grid);
    }
    if (text.length() > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
  }

  private void addParagraph(Paragraph paragraph) {
    Span span = append(paragraph.text());
    if (paragraph.boilerplate() && span.end() > span.start()) {
      boilerplate.add(span);
    }
    append("\n");
  }

  /** A table of one column only frames its paragraphs. */
  private void addColumn(Grid grid) {
    for (List<GridCell> row : grid.rows()) {
      for (GridCell cell : row) {
        cell.paragraphs().forEach(it -> addParagraph(new Paragraph(it, grid.boilerplate())));
      }
    }
  }

  private void addTable(Grid grid) {
    int start = length;
    int columns = grid.columns();
    List<Table.Row> rows = new ArrayList<>();
    List<Reaching> reaching = new ArrayList<>();
    for (List<GridCell> row : grid.rows()) {
      int number = rows.size();
      reaching.removeIf(it -> it.lastRow() < number);
      List<Table.Cell> fromAbove = reaching.stream().map(Reaching::cell).toList();
      rows.add(row(row, columns, fromAbove));
      rows.getLast().cells().stream()
          .filter(cell -> cell.rowSpan() > 1)
          .forEach(cell -> reaching.add(new Reaching(cell, number + cell.rowSpan() - 1)));
      append("\n");
    }
    Span span = new Span(start, length - 1);
    tables.add(new Table(span, columns, rows));
    if (grid.boilerplate()) {
      boilerplate.add(span);
    }
  }

  /** A cell that reaches down to a row. */
  private record Reaching(Table.Cell cell, int lastRow) {}

  private Table.Row row(List<GridCell> cells, int columns, List<Table.Cell> fromAbove) {
    int start = length;
    int column = 0;
    List<Table.Cell> placed = new ArrayList<>();
    for (GridCell cell : cells) {
      append("\t".repeat(cell.column() - column));
      column = cell.column();
      placed.add(cell(cell));
    }
    append("\t".repeat(Math.max(0, columns - 1 - column)));
    return new Table.Row(new Span(start, length), placed, fromAbove);
  }

  private Table.Cell cell(GridCell cell) {
    int start = length;
    List<Span> paragraphs = new ArrayList<>();
    for (String paragraph : cell.paragraphs()) {
      if (!paragraphs.isEmpty()) {
        append(" ");
      }
      paragraphs.add(append(paragraph.replace('\t', ' ')));
    }
    return new Table.Cell(
        new Span(start, length), paragraphs, cell.column(), cell.rowSpan(), cell.columnSpan());
  }

  private Span append(String words) {
    int start = length;
    text.append(words);
    length += words.codePointCount(0, words.length());
    return new Span(start, length);
  }
}
