package jingtu.assessment.samples;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.assessment.samples.Heading.Blank;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.Role;
import jingtu.assessment.samples.Heading.UnitAlone;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;
import jingtu.vocabulary.Unit;

/**
 * Understands the header of a sheet: over each column a name, with a unit in the same cell, below
 * it or in a heading that spans several columns above. Where a title names a unit for the sheet,
 * the columns without one have it.
 */
final class LayoutFinder {

  private final Headings headings;

  LayoutFinder(Headings headings) {
    this.headings = headings;
  }

  /**
   * The layout of the sheet that begins with these rows.
   *
   * @return empty where no row looks like the header of a table of results
   */
  Optional<SheetLayout> find(String sheet, List<Row> opening, List<CellArea> merged) {
    return HeaderRows.find(opening, merged, text -> headings.read(text).isKnown(), this::isUnit)
        .map(header -> layout(sheet, header, opening))
        .filter(SheetLayout::isTable);
  }

  private boolean isUnit(String text) {
    return headings.read(text).meaning() instanceof UnitAlone;
  }

  private SheetLayout layout(String sheet, Header header, List<Row> opening) {
    Optional<Unit> ofSheet =
        opening.stream()
            .filter(row -> row.number() < header.first())
            .flatMap(row -> row.cells().stream())
            .flatMap(cell -> headings.unitOfTitle(cell.text()).stream())
            .findFirst();
    List<Column> columns =
        header.columns().stream().map(column -> column(column, ofSheet)).toList();
    List<Row> rows =
        opening.stream()
            .filter(row -> row.number() >= header.first() && row.number() <= header.last())
            .toList();
    return new SheetLayout(sheet, rows, header.last(), best(columns));
  }

  private Column column(Header.Column over, Optional<Unit> ofSheet) {
    List<Cell> cells = over.cells();
    int name = nameAmong(cells);
    Heading heading = headings.read(cells.get(name).text());
    CellAddress at = cells.get(name).address();
    if (name + 1 < cells.size()) {
      Cell unit = cells.getLast();
      return new Column(over.number(), at, unit.address(), withUnit(heading, unit.text()));
    }
    Optional<Unit> ofGroup =
        cells.subList(0, name).stream()
            .flatMap(cell -> headings.read(cell.text()).unit().stream())
            .findFirst();
    return new Column(over.number(), at, at, inGroup(heading, ofGroup.or(() -> ofSheet)));
  }

  /** The lowest cell that names the column, else the lowest that is no unit. */
  private int nameAmong(List<Cell> cells) {
    for (int i = cells.size() - 1; i >= 0; i--) {
      if (headings.read(cells.get(i).text()).isKnown()) {
        return i;
      }
    }
    int last = cells.size() - 1;
    return last > 0 && isUnit(cells.get(last).text()) ? last - 1 : last;
  }

  private Heading withUnit(Heading heading, String written) {
    return headings
        .unit(written)
        .map(heading::withUnit)
        .orElseGet(() -> heading.withUnknownUnit(written));
  }

  private static Heading inGroup(Heading heading, Optional<Unit> unit) {
    boolean open = heading.unit().isEmpty() && heading.unknownUnit().isEmpty();
    return open && heading.meaning() instanceof Content
        ? unit.map(heading::withUnit).orElse(heading)
        : heading;
  }

  /** Where two columns could have a role, the one whose words are preferred comes first. */
  private List<Column> best(List<Column> columns) {
    return columns.stream()
        .filter(column -> !(column.heading().meaning() instanceof Blank))
        .sorted(Comparator.comparingInt(column -> rank(column.heading())))
        .toList();
  }

  private int rank(Heading heading) {
    return heading.meaning() instanceof Role role ? headings.rank(role.role(), heading) : 0;
  }
}
