package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.ResultCells.Limit;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;

/**
 * The first pass over a sheet: finds its header and takes the measure of what stands under it.
 *
 * <p>In a wide sheet each column is measured; in a long one each analyte with each unit that is
 * written beside it.
 */
final class SheetSurvey implements Consumer<Row> {

  private static final int MOST_NAMED = 20;

  /** Analytes and units beyond these are decided row by row: no sheet has as many. */
  private static final int MOST_MEASURED = 5_000;

  private final String sheet;
  private final List<CellArea> merged;
  private final Vocabulary vocabulary;
  private final List<Row> first = new ArrayList<>();
  private final Map<Integer, ContentProfile> ofColumns = new HashMap<>();
  private final Map<LongKey, Measured> ofAnalytes = new HashMap<>();
  private final Map<Integer, Limit> limits = new HashMap<>();
  private final List<String> noSamples = new ArrayList<>();
  private final Consumer<CellFinding> findings;
  private Optional<SheetLayout> layout = Optional.empty();
  private boolean unitsBesideResults;
  private boolean decided;

  /** One analyte and what stands beside its results as a unit. */
  record LongKey(String symbol, String unit) {}

  /**
   * The contents of one analyte in one unit, in a long sheet.
   *
   * @param unitAt where the unit first stood, or would have
   */
  record Measured(ContentProfile profile, Heading heading, CellAddress unitAt) {}

  SheetSurvey(
      String sheet, List<CellArea> merged, Vocabulary vocabulary, Consumer<CellFinding> findings) {
    this.sheet = sheet;
    this.merged = List.copyOf(merged);
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  @Override
  public void accept(Row row) {
    if (decided) {
      layout.ifPresent(it -> measure(it, row));
      return;
    }
    first.add(row);
    if (first.size() == HeaderRows.OPENING) {
      decide();
    }
  }

  /** Whether rows are still of interest. */
  boolean goesOn() {
    return !decided || layout.isPresent();
  }

  /** The layout that was found, after the last row. */
  Optional<SheetLayout> finish() {
    if (!decided) {
      decide();
    }
    return layout;
  }

  private void decide() {
    decided = true;
    layout = vocabulary.layouts().find(sheet, first, merged);
    layout.ifPresent(it -> first.forEach(row -> measure(it, row)));
    first.clear();
  }

  private void measure(SheetLayout columns, Row row) {
    if (row.number() <= columns.lastHeaderRow() || columns.repeated(row).isPresent()) {
      return;
    }
    Optional<RowWord> word = vocabulary.rowWord(columns, row);
    if (word.isPresent()) {
      setAside(columns, row, word.get());
    } else if (columns.isLong()) {
      measureLong(columns, row);
    } else {
      columns.columns().forEach(column -> measureCell(row.cell(column.number())));
    }
  }

  private void setAside(SheetLayout columns, Row row, RowWord word) {
    switch (word) {
      case NO_SAMPLE -> {
        Cell cell = vocabulary.idCell(columns, row);
        if (noSamples.size() < MOST_NAMED) {
          noSamples.add(cell.address() + " " + cell.text());
        }
      }
      case LIMITS -> columns.contents().forEach(column -> readLimit(row.cell(column.number())));
    }
  }

  private void readLimit(Cell cell) {
    switch (vocabulary.results().read(cell)) {
      case Written.Amount(BigDecimal value, var unit) ->
          limits.put(cell.address().column(), new Limit(value, unit, false));
      case Written.Below(BigDecimal value, var unit, boolean ofQuantification, var qualifier) ->
          limits.put(cell.address().column(), new Limit(value, unit, ofQuantification));
      case Written.Unreadable(var problem, var remedy) ->
          findings.accept(new CellFinding(cell.address(), problem, remedy));
      case Written.NotDetected none -> {}
      case Written.NotMeasured none -> {}
    }
  }

  private void measureCell(Cell cell) {
    if (!cell.isEmpty()) {
      ContentProfile profile =
          ofColumns.computeIfAbsent(cell.address().column(), any -> new ContentProfile());
      add(profile, cell);
    }
  }

  private void add(ContentProfile profile, Cell cell) {
    Written written = vocabulary.results().read(cell);
    if (written instanceof Written.Amount amount && amount.unit().isEmpty()) {
      profile.add(amount.value());
    } else {
      profile.addOther();
    }
  }

  private void measureLong(SheetLayout columns, Row row) {
    Heading item = vocabulary.item(columns, row);
    if (item.meaning() instanceof Content content) {
      Cell unit = vocabulary.unitCell(columns, row);
      unitsBesideResults |= !unit.isEmpty();
      LongKey key = new LongKey(content.analyte().symbol(), unit.text());
      if (ofAnalytes.size() >= MOST_MEASURED && !ofAnalytes.containsKey(key)) {
        return;
      }
      Measured measured =
          ofAnalytes.computeIfAbsent(
              key,
              any ->
                  new Measured(
                      new ContentProfile(),
                      vocabulary.withUnit(item, columns, unit),
                      unit.address()));
      columns
          .role(ColumnRole.RESULT)
          .ifPresent(column -> add(measured.profile(), row.cell(column.number())));
    }
  }

  ContentProfile profile(Column column) {
    return ofColumns.getOrDefault(column.number(), new ContentProfile());
  }

  Map<LongKey, Measured> ofAnalytes() {
    return ofAnalytes;
  }

  /** Whether any row of a long sheet has a unit, so that one without it lacks it. */
  boolean hasUnitsBesideResults() {
    return unitsBesideResults;
  }

  Optional<Limit> limit(Column column) {
    return Optional.ofNullable(limits.get(column.number()));
  }

  List<String> noSamples() {
    return noSamples;
  }
}
