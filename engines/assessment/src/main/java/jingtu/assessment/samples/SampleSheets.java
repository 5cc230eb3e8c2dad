package jingtu.assessment.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jingtu.assessment.samples.ContentUnit.InDoubt;
import jingtu.assessment.samples.ContentUnit.Known;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.LimitOf;
import jingtu.assessment.samples.ResultCells.Surroundings;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.assessment.samples.SheetOutline.Status;
import jingtu.assessment.samples.SheetSurvey.LongKey;
import jingtu.assessment.samples.SheetSurvey.Measured;
import jingtu.assessment.samples.WideRows.ContentColumn;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * The samples of a file. {@link #survey} is the first pass, {@link #read} the second; memory does
 * not grow with the number of rows, but for 12 bytes and more an id to find repeated ones.
 */
public final class SampleSheets {

  private final SheetFile file;
  private final SampleOptions options;
  private final ContentUnits units;
  private final Vocabulary vocabulary = new Vocabulary();
  private final List<CellFinding> findings = new ArrayList<>();
  private final List<SheetOutline> outlines = new ArrayList<>();
  private final Map<String, SheetPlan> plans = new HashMap<>();

  /**
   * How the rows of one sheet are read.
   *
   * @param ofAnalytes in a long sheet
   * @param contents in a wide one
   */
  private record SheetPlan(
      SheetLayout layout, List<ContentColumn> contents, Map<LongKey, Surroundings> ofAnalytes) {}

  private SampleSheets(SheetFile file, SampleOptions options) {
    this.file = file;
    this.options = options;
    this.units = new ContentUnits(options.editions().newest(), options.units());
  }

  /** Reads the whole file once and says which column is which. */
  public static SampleSheets survey(SheetFile file, SampleOptions options) {
    SampleSheets sheets = new SampleSheets(file, options);
    file.sheets().forEach(sheets::surveySheet);
    return sheets;
  }

  /** What is wrong in the headers. */
  public List<CellFinding> findings() {
    return List.copyOf(findings);
  }

  /** What was made of each sheet, in the order of the file. */
  public List<SheetOutline> outlines() {
    return List.copyOf(outlines);
  }

  /** Whether any sheet holds a table of results. */
  public boolean hasTable() {
    return !plans.isEmpty();
  }

  /** Whether a column has these words over it. */
  public boolean hasColumn(String words) {
    return plans.values().stream().anyMatch(plan -> plan.layout().titled(words).isPresent());
  }

  /**
   * Reads the file again and hands over each sample and each finding in its cells.
   *
   * @return what ended the reading of a sheet before its end
   */
  public List<Finding> read(Consumer<SampleRow> samples, Consumer<CellFinding> inCells) {
    List<Finding> ends = new ArrayList<>();
    for (String sheet : file.sheets()) {
      SheetPlan plan = plans.get(sheet);
      if (plan != null) {
        SheetRows rows = rows(plan, samples, inCells);
        file.rows(sheet, rows).ifPresent(ends::add);
        rows.finish();
      }
    }
    return ends;
  }

  private SheetRows rows(
      SheetPlan plan, Consumer<SampleRow> samples, Consumer<CellFinding> inCells) {
    ResultCells cells = new ResultCells(vocabulary.results(), units, inCells);
    return plan.layout().isLong()
        ? new LongRows(
            plan.layout(), vocabulary, options, inCells, samples, plan.ofAnalytes(), units, cells)
        : new WideRows(
            plan.layout(), vocabulary, options, inCells, samples, plan.contents(), cells);
  }

  private void surveySheet(String sheet) {
    if (file.isHidden(sheet)) {
      outlines.add(SheetOutline.notRead(sheet, Status.HIDDEN));
      return;
    }
    SheetSurvey survey = new SheetSurvey(sheet, file.merged(sheet), vocabulary, findings::add);
    file.rowsWhile(
        sheet,
        row -> {
          survey.accept(row);
          return survey.goesOn();
        });
    Optional<SheetLayout> layout = survey.finish();
    if (layout.isEmpty()) {
      outlines.add(SheetOutline.notRead(sheet, Status.NO_TABLE));
      return;
    }
    plan(sheet, layout.get(), survey);
  }

  private void plan(String sheet, SheetLayout layout, SheetSurvey survey) {
    List<String> assumed = new ArrayList<>();
    new HeadReader(layout, options, vocabulary.results(), findings::add).tellMissingColumns();
    tellUnknownColumns(layout, survey);
    List<ContentColumn> contents = contents(layout, survey, assumed);
    Map<LongKey, Surroundings> ofAnalytes = ofAnalytes(survey, assumed);
    plans.put(sheet, new SheetPlan(layout, contents, ofAnalytes));
    outlines.add(
        new SheetOutline(sheet, Status.READ, notUsed(layout), assumed, survey.noSamples()));
  }

  private void tellUnknownColumns(SheetLayout layout, SheetSurvey survey) {
    for (Column column : layout.columns()) {
      switch (column.heading().meaning()) {
        case Heading.WrongCas cas ->
            tell(column, Message.of("samples.wrong-cas", written(column)), "samples.check-cas");
        case Heading.Unknown unknown when survey.profile(column).isNumeric() ->
            tell(
                column,
                Message.of("samples.unknown-analyte", written(column)),
                "samples.name-analyte");
        case Heading.Meaning known -> {}
      }
    }
  }

  private void tell(Column column, Message problem, String remedy) {
    findings.add(new CellFinding(column.at(), problem, Message.of(remedy)));
  }

  private static String written(Column column) {
    return column.heading().written();
  }

  private List<ContentColumn> contents(
      SheetLayout layout, SheetSurvey survey, List<String> assumed) {
    List<Column> first = WideRows.firstOfEach(layout);
    layout.contents().stream()
        .filter(column -> !first.contains(column))
        .forEach(
            column ->
                tell(
                    column,
                    Message.of("samples.analyte-again", written(column)),
                    "samples.keep-one"));
    List<ContentColumn> columns = new ArrayList<>();
    for (Column column : first) {
      if (column.heading().meaning() instanceof Content(Analyte analyte)) {
        ContentProfile profile = survey.profile(column);
        ContentUnit unit =
            units.decide(analyte, column.heading(), profile, column.unitAt(), findings::add);
        note(analyte, unit, assumed);
        Surroundings around = new Surroundings(analyte, unit, profile);
        columns.add(ContentColumn.of(column, layout, around, survey.limit(column)));
      }
    }
    return columns;
  }

  /** What the whole sheet says of a unit; what single rows lack or have wrong is told in them. */
  private Map<LongKey, Surroundings> ofAnalytes(SheetSurvey survey, List<String> assumed) {
    Map<LongKey, Surroundings> all = new HashMap<>();
    survey
        .ofAnalytes()
        .forEach(
            (key, measured) -> {
              Analyte analyte = Analytes.shipped().get(key.symbol());
              if (isOfSheet(analyte, measured.heading(), survey)) {
                all.put(key, ofAnalyte(analyte, measured, assumed));
              }
            });
    return all;
  }

  private boolean isOfSheet(Analyte analyte, Heading heading, SheetSurvey survey) {
    return heading.unit().isPresent()
        ? units.fits(heading.unit().get(), analyte)
        : heading.unknownUnit().isEmpty() && !survey.hasUnitsBesideResults();
  }

  private Surroundings ofAnalyte(Analyte analyte, Measured measured, List<String> assumed) {
    ContentUnit unit =
        units.decide(
            analyte, measured.heading(), measured.profile(), measured.unitAt(), findings::add);
    note(analyte, unit, assumed);
    return new Surroundings(analyte, unit, measured.profile());
  }

  private static void note(Analyte analyte, ContentUnit unit, List<String> assumed) {
    switch (unit) {
      case Known(var known, boolean unstated) when unstated && !known.symbol().equals("-") ->
          assumed.add(analyte + " (" + known + ")");
      case Known stated -> {}
      case InDoubt doubt -> {}
    }
  }

  /** The words over the columns that play no part in judging. */
  private List<String> notUsed(SheetLayout layout) {
    List<Column> contents = WideRows.firstOfEach(layout);
    Set<Column> used = new HashSet<>(contents);
    for (ColumnRole role : ColumnRole.values()) {
      if (isUsed(role, layout)) {
        layout.role(role).ifPresent(used::add);
      }
    }
    options.group().flatMap(layout::titled).ifPresent(used::add);
    return layout.columns().stream()
        .filter(column -> !used.contains(column) && !isLimitOf(column, contents))
        .sorted(Comparator.comparingInt(Column::number))
        .map(SampleSheets::written)
        .toList();
  }

  private boolean isUsed(ColumnRole role, SheetLayout layout) {
    return switch (role) {
      case SAMPLE, DATE, PH, LAND_USE, DEPTH -> true;
      case POINT -> layout.role(ColumnRole.SAMPLE).isEmpty() || layout.isLong();
      case CATEGORY -> !options.editions().newest().categories().isEmpty();
      case ITEM, RESULT, UNIT, DETECTION_LIMIT, QUANTIFICATION_LIMIT -> layout.isLong();
      case NOT_USED -> false;
    };
  }

  private static boolean isLimitOf(Column column, List<Column> contents) {
    return column.heading().meaning() instanceof LimitOf limit
        && contents.stream()
            .anyMatch(it -> it.heading().meaning().equals(new Content(limit.analyte())));
  }
}
