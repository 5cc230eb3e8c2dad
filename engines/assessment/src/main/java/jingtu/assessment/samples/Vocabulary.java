package jingtu.assessment.samples;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.Row;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;

/** The words by which sheets are understood, and what they mean in a row. */
final class Vocabulary {

  /** Names in a long sheet that are remembered; more than this many analytes no sheet has. */
  private static final int MOST_REMEMBERED = 2_000;

  private final Headings headings = new Headings(Analytes.shipped(), Units.shipped());
  private final LayoutFinder layouts = new LayoutFinder(headings);
  private final WrittenResults results = new WrittenResults(headings::unit);
  private final WordList<RowWord> rowWords = WordList.load(RowWord.class, "row-words.csv");
  private final Map<String, Heading> items = new HashMap<>();

  LayoutFinder layouts() {
    return layouts;
  }

  WrittenResults results() {
    return results;
  }

  Optional<Unit> unit(String written) {
    return headings.unit(written);
  }

  /** What the row is, where it is no sample. */
  Optional<RowWord> rowWord(SheetLayout layout, Row row) {
    Cell cell = idCell(layout, row);
    return cell.isEmpty() ? Optional.empty() : rowWords.find(cell.text());
  }

  Cell idCell(SheetLayout layout, Row row) {
    return row.cell(layout.id().map(Column::number).orElse(1));
  }

  /** What a row of a long sheet says that was measured. */
  Heading item(SheetLayout layout, Row row) {
    return layout
        .role(ColumnRole.ITEM)
        .map(column -> remembered(row.cell(column.number()).text()))
        .orElseThrow();
  }

  private Heading remembered(String words) {
    Heading known = items.get(words);
    if (known == null) {
      known = headings.read(words);
      if (items.size() < MOST_REMEMBERED) {
        items.put(words, known);
      }
    }
    return known;
  }

  /** Where a row of a long sheet tells the unit; that with the result where there is no column. */
  Cell unitCell(SheetLayout layout, Row row) {
    Column column =
        layout.role(ColumnRole.UNIT).or(() -> layout.role(ColumnRole.RESULT)).orElseThrow();
    Cell cell = row.cell(column.number());
    return layout.role(ColumnRole.UNIT).isPresent()
        ? cell
        : new Cell(column.at(), Cell.Kind.EMPTY, "");
  }

  /** The item with the unit beside its result, else that over the results, else its own. */
  Heading withUnit(Heading item, SheetLayout layout, Cell unitCell) {
    if (!unitCell.isEmpty()) {
      return unit(unitCell.text())
          .map(item::withUnit)
          .orElseGet(() -> item.withUnknownUnit(unitCell.text()));
    }
    return layout
        .role(ColumnRole.RESULT)
        .flatMap(column -> column.heading().unit())
        .map(item::withUnit)
        .orElse(item);
  }
}
