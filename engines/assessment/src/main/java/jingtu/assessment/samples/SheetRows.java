package jingtu.assessment.samples;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;
import jingtu.vocabulary.Message;

/** The second pass over a sheet: makes samples out of rows, in the order of the file. */
abstract sealed class SheetRows implements Consumer<Row> permits WideRows, LongRows {

  private final SheetLayout layout;
  private final Vocabulary vocabulary;
  private final SampleOptions options;
  private final Consumer<CellFinding> findings;
  private final Consumer<SampleRow> samples;
  private final SampleIds ids = new SampleIds();
  private final HeadReader heads;

  SheetRows(
      SheetLayout layout,
      Vocabulary vocabulary,
      SampleOptions options,
      Consumer<CellFinding> findings,
      Consumer<SampleRow> samples) {
    this.layout = layout;
    this.vocabulary = vocabulary;
    this.options = options;
    this.findings = findings;
    this.samples = samples;
    this.heads = new HeadReader(layout, options, vocabulary.results(), findings);
  }

  @Override
  public final void accept(Row row) {
    if (row.number() <= layout.lastHeaderRow()) {
      return;
    }
    row.faults().forEach(findings);
    Optional<Row> again = layout.repeated(row);
    if (again.isPresent()) {
      tellHeaderAgain(row, again.get());
    } else if (vocabulary.rowWord(layout, row).isEmpty()) {
      sample(row);
    }
  }

  /** The row of units that follows repeated names needs no mark of its own. */
  private void tellHeaderAgain(Row row, Row header) {
    if (layout.hasNames(header)) {
      Cell first = row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElseThrow();
      tell(
          first.address(),
          Message.of("samples.header-again", header.number()),
          Message.of("samples.delete-row"));
    }
  }

  /** Reads a row that is neither header nor mean. */
  abstract void sample(Row row);

  /** Hands over what is still pending after the last row. */
  abstract void finish();

  final void handOver(PendingSample pending) {
    if (!pending.isEmpty()) {
      pending.tellParts(findings);
      samples.accept(pending.complete(options.editions(), options.today()));
    }
  }

  /** Tells that an id, with what else makes it one, stood in an earlier row. */
  final void tellIfAgain(String key, Cell at, String words) {
    OptionalInt before = ids.add(key, at.address().row());
    if (before.isPresent() && !at.isEmpty()) {
      CellAddress there =
          new CellAddress(at.address().sheet(), before.getAsInt(), at.address().column());
      tell(
          at.address(),
          Message.of("samples.again", words, there),
          Message.of("samples.check-again", there));
    }
  }

  /** What tells one sample from another: at a point also the day, and always the depth. */
  final String key(Row row, SampleHead head) {
    String depth = layout.role(ColumnRole.DEPTH).map(it -> text(row, it)).orElse("");
    boolean point = layout.role(ColumnRole.SAMPLE).isEmpty();
    return head.id() + '\n' + depth + '\n' + (point ? head.day() : "");
  }

  static String text(Row row, Column column) {
    return row.cell(column.number()).text();
  }

  /** The cells that the file itself has something wrong in, which has been told. */
  static Set<CellAddress> faulty(Row row) {
    if (row.faults().isEmpty()) {
      return Set.of();
    }
    Set<CellAddress> cells = new HashSet<>();
    row.faults().forEach(fault -> cells.add(fault.at()));
    return cells;
  }

  final void tell(CellAddress at, Message problem, Message remedy) {
    findings.accept(new CellFinding(at, problem, remedy));
  }

  final Consumer<CellFinding> findings() {
    return findings;
  }

  final SheetLayout layout() {
    return layout;
  }

  final Vocabulary vocabulary() {
    return vocabulary;
  }

  final HeadReader heads() {
    return heads;
  }
}
