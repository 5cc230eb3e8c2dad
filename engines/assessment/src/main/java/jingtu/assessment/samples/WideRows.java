package jingtu.assessment.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.LimitOf;
import jingtu.assessment.samples.Heading.Meaning;
import jingtu.assessment.samples.ResultCells.Limit;
import jingtu.assessment.samples.ResultCells.Surroundings;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;
import jingtu.vocabulary.Analyte;

/** A sheet with one sample a row and one analyte a column. */
final class WideRows extends SheetRows {

  private final List<ContentColumn> contents;
  private final ResultCells cells;

  /**
   * A column that is read.
   *
   * @param limitColumn the column with its detection limits; 0 where there is none
   */
  record ContentColumn(int number, Surroundings around, int limitColumn, boolean ofQuantification) {

    static ContentColumn of(
        Column column, SheetLayout layout, Surroundings around, Optional<Limit> ofRow) {
      Analyte analyte = around.analyte();
      Surroundings whole = ofRow.map(around::with).orElse(around);
      return limits(layout, new LimitOf(analyte, false))
          .map(it -> new ContentColumn(column.number(), whole, it.number(), false))
          .or(
              () ->
                  limits(layout, new LimitOf(analyte, true))
                      .map(it -> new ContentColumn(column.number(), whole, it.number(), true)))
          .orElseGet(() -> new ContentColumn(column.number(), whole, 0, false));
    }

    private static Optional<Column> limits(SheetLayout layout, Meaning wanted) {
      return layout.columns().stream()
          .filter(column -> column.heading().meaning().equals(wanted))
          .findFirst();
    }
  }

  WideRows(
      SheetLayout layout,
      Vocabulary vocabulary,
      SampleOptions options,
      Consumer<CellFinding> findings,
      Consumer<SampleRow> samples,
      List<ContentColumn> contents,
      ResultCells cells) {
    super(layout, vocabulary, options, findings, samples);
    this.contents = List.copyOf(contents);
    this.cells = cells;
  }

  /** The columns of analytes of which each is the first of its analyte. */
  static List<Column> firstOfEach(SheetLayout layout) {
    Set<Analyte> seen = new HashSet<>();
    List<Column> first = new ArrayList<>();
    for (Column column : layout.contents()) {
      if (column.heading().meaning() instanceof Content content && seen.add(content.analyte())) {
        first.add(column);
      }
    }
    return first;
  }

  @Override
  void sample(Row row) {
    if (contents.stream().allMatch(column -> row.cell(column.number()).isEmpty())) {
      return;
    }
    SampleHead head = heads().read(row);
    tellIfAgain(key(row, head), heads().idCell(row), head.id());
    PendingSample pending = new PendingSample(head);
    Set<CellAddress> faulty = faulty(row);
    for (ContentColumn column : contents) {
      Cell cell = row.cell(column.number());
      if (!cell.isEmpty() && !faulty.contains(cell.address())) {
        cells.read(cell, around(row, column)).ifPresent(it -> pending.add(it, cell.address()));
      }
    }
    handOver(pending);
  }

  private Surroundings around(Row row, ContentColumn column) {
    if (column.limitColumn() == 0) {
      return column.around();
    }
    return cells
        .limit(row.cell(column.limitColumn()), column.ofQuantification())
        .map(column.around()::with)
        .orElse(column.around());
  }

  @Override
  void finish() {}
}
