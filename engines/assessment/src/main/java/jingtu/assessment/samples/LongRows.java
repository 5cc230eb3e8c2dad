package jingtu.assessment.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.Role;
import jingtu.assessment.samples.ResultCells.Limit;
import jingtu.assessment.samples.ResultCells.Surroundings;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.assessment.samples.SheetSurvey.LongKey;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Ph;

/**
 * A sheet with one result a row. Rows one below the other that say the same of their sample belong
 * to one; so does a row that says nothing of it, as under merged cells.
 */
final class LongRows extends SheetRows {

  private static final ContentProfile UNKNOWN = new ContentProfile();

  private final Map<LongKey, Surroundings> ofAnalytes;
  private final ContentUnits units;
  private final ResultCells cells;
  private final List<Column> ofSample;
  private Optional<PendingSample> pending = Optional.empty();
  private List<String> said = List.of();

  /**
   * @param ofAnalytes what the bare numbers of each analyte are in, by what stands beside them;
   *     what is not there is decided, and told, row by row
   */
  LongRows(
      SheetLayout layout,
      Vocabulary vocabulary,
      SampleOptions options,
      Consumer<CellFinding> findings,
      Consumer<SampleRow> samples,
      Map<LongKey, Surroundings> ofAnalytes,
      ContentUnits units,
      ResultCells cells) {
    super(layout, vocabulary, options, findings, samples);
    this.ofAnalytes = Map.copyOf(ofAnalytes);
    this.units = units;
    this.cells = cells;
    this.ofSample =
        Stream.concat(
                Stream.of(
                        ColumnRole.SAMPLE,
                        ColumnRole.POINT,
                        ColumnRole.DATE,
                        ColumnRole.PH,
                        ColumnRole.LAND_USE,
                        ColumnRole.CATEGORY,
                        ColumnRole.DEPTH)
                    .map(layout::role)
                    .flatMap(Optional::stream),
                options.group().flatMap(layout::titled).stream())
            .toList();
  }

  @Override
  void sample(Row row) {
    Cell item = row.cell(layout().role(ColumnRole.ITEM).orElseThrow().number());
    Cell result = row.cell(layout().role(ColumnRole.RESULT).orElseThrow().number());
    if (item.isEmpty() && result.isEmpty()) {
      return;
    }
    PendingSample sample = sampleOf(row);
    Heading heading = vocabulary().item(layout(), row);
    switch (heading.meaning()) {
      case Content content -> read(row, sample, item, result, content.analyte(), heading);
      case Role role when role.role() == ColumnRole.PH -> readPh(sample, result);
      case Heading.WrongCas cas ->
          tell(
              item.address(),
              Message.of("samples.wrong-cas", item.text()),
              Message.of("samples.check-cas"));
      case Heading.Meaning other ->
          tell(
              item.address(),
              Message.of("samples.unknown-item", item.text()),
              Message.of("samples.name-analyte"));
    }
  }

  private PendingSample sampleOf(Row row) {
    List<String> says = new ArrayList<>(ofSample.size());
    ofSample.forEach(column -> says.add(text(row, column)));
    boolean silent = says.stream().allMatch(String::isEmpty);
    if (pending.isPresent() && (silent || says.equals(said))) {
      return pending.get();
    }
    finish();
    said = says;
    PendingSample next = new PendingSample(heads().read(row));
    pending = Optional.of(next);
    return next;
  }

  private void readPh(PendingSample sample, Cell result) {
    if (vocabulary().results().read(result) instanceof Written.Amount amount
        && Ph.isValid(amount.value())) {
      sample.ph(sample.head().withPh(new Ph(amount.value())));
    } else if (!result.isEmpty()) {
      heads().tellImpossiblePh(result);
    }
  }

  private void read(
      Row row, PendingSample sample, Cell item, Cell result, Analyte analyte, Heading heading) {
    tellIfAgain(
        key(row, sample.head()) + '\n' + analyte.symbol(),
        item,
        sample.head().id() + " " + analyte);
    if (result.isEmpty() || faulty(row).contains(result.address())) {
      return;
    }
    Surroundings around = around(row, analyte, heading);
    cells
        .read(result, limit(row).map(around::with).orElse(around))
        .ifPresent(it -> sample.add(it, result.address()));
  }

  private Surroundings around(Row row, Analyte analyte, Heading heading) {
    Cell unit = vocabulary().unitCell(layout(), row);
    Surroundings surveyed = ofAnalytes.get(new LongKey(analyte.symbol(), unit.text()));
    if (surveyed != null) {
      return surveyed;
    }
    Heading whole = vocabulary().withUnit(heading, layout(), unit);
    return new Surroundings(
        analyte, units.decide(analyte, whole, UNKNOWN, unit.address(), findings()), UNKNOWN);
  }

  private Optional<Limit> limit(Row row) {
    return limit(row, ColumnRole.DETECTION_LIMIT, false)
        .or(() -> limit(row, ColumnRole.QUANTIFICATION_LIMIT, true));
  }

  private Optional<Limit> limit(Row row, ColumnRole role, boolean ofQuantification) {
    return layout()
        .role(role)
        .flatMap(column -> cells.limit(row.cell(column.number()), ofQuantification));
  }

  @Override
  void finish() {
    pending.ifPresent(this::handOver);
    pending = Optional.empty();
  }
}
