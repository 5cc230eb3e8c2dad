package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jingtu.assessment.samples.SheetLayout.Column;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;
import jingtu.standards.Edition;
import jingtu.standards.Threshold;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.LandUseTerm;
import jingtu.vocabulary.LandUses;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Ph;

/**
 * Reads what a row says of its sample: id, day, pH, use of the land, crop or class. What is missing
 * is told where the standard's values depend on it.
 */
final class HeadReader {

  private final SheetLayout layout;
  private final SampleOptions options;
  private final Edition edition;
  private final WrittenResults results;
  private final Consumer<CellFinding> findings;
  private final boolean phMatters;
  private final Set<LandUse.Sector> sectors;
  private final Optional<Column> groups;

  HeadReader(
      SheetLayout layout,
      SampleOptions options,
      WrittenResults results,
      Consumer<CellFinding> findings) {
    this.layout = layout;
    this.options = options;
    this.edition = options.editions().newest();
    this.results = results;
    this.findings = findings;
    this.phMatters = edition.thresholds().stream().anyMatch(it -> it.band().isPresent());
    this.sectors =
        edition.thresholds().stream()
            .map(Threshold::landUse)
            .flatMap(Optional::stream)
            .map(LandUse::sector)
            .collect(Collectors.toUnmodifiableSet());
    this.groups = options.group().flatMap(layout::titled);
  }

  /** Tells once what no row of the sheet says, at the head of the sheet. */
  void tellMissingColumns() {
    missing(layout.id().isPresent(), "samples.no-id-column", "samples.add-id-column");
    missing(
        !phMatters || has(ColumnRole.PH) || options.ph().isPresent() || layout.isLong(),
        "samples.no-ph-column",
        "samples.add-ph");
    missing(
        sectors.isEmpty() || has(ColumnRole.LAND_USE) || options.landUse().isPresent(),
        "samples.no-land-use-column",
        "samples.add-land-use");
    missing(
        edition.categories().isEmpty()
            || has(ColumnRole.CATEGORY)
            || options.category().isPresent(),
        "samples.no-category-column",
        "samples.add-category");
  }

  private void missing(boolean there, String problem, String remedy) {
    if (!there) {
      findings.accept(
          new CellFinding(
              layout.columns().getFirst().at(),
              Message.of(problem, edition.id()),
              Message.of(remedy)));
    }
  }

  private boolean has(ColumnRole role) {
    return layout.role(role).isPresent();
  }

  SampleHead read(Row row) {
    Optional<LocalDate> day = cell(ColumnRole.DATE, row).flatMap(this::day).or(options::date);
    return new SampleHead(
        id(row),
        idCell(row).address(),
        day,
        ph(row),
        landUse(row, day.orElse(options.today())),
        category(row),
        groups.map(column -> row.cell(column.number()).text()));
  }

  Cell idCell(Row row) {
    return row.cell(layout.id().map(Column::number).orElse(1));
  }

  private String id(Row row) {
    Cell cell = idCell(row);
    if (layout.id().isEmpty()) {
      return cell.address().toString();
    }
    if (!cell.isEmpty()) {
      return cell.text();
    }
    tell(cell, Message.of("samples.no-id"), Message.of("samples.write-id", cell.address()));
    return cell.address().toString();
  }

  private Optional<Cell> cell(ColumnRole role, Row row) {
    return layout.role(role).map(column -> row.cell(column.number()));
  }

  private Optional<LocalDate> day(Cell cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = WrittenDates.read(cell.text());
    if (day.isEmpty()) {
      tell(cell, Message.of("samples.no-day", cell.text()), Message.of("samples.write-day"));
      return Optional.empty();
    }
    if (day.get().isAfter(options.today())) {
      tell(
          cell,
          Message.of("samples.day-to-come", day.get(), options.today()),
          Message.of("samples.check-day"));
      return Optional.empty();
    }
    tellEditionOfDay(cell, day.get());
    return day;
  }

  private void tellEditionOfDay(Cell cell, LocalDate day) {
    Optional<Edition> taken = options.editions().on(day);
    if (taken.isEmpty()) {
      tell(
          cell,
          Message.of("samples.no-edition", day, edition.standard()),
          Message.of("samples.choose-edition"));
    } else if (day.isBefore(taken.get().from())) {
      tell(
          cell,
          Message.of("samples.before-edition", day, taken.get().id(), taken.get().from()),
          Message.of("samples.choose-edition"));
    }
  }

  private Optional<Ph> ph(Row row) {
    Optional<Cell> cell = cell(ColumnRole.PH, row);
    if (cell.isEmpty()) {
      return options.ph();
    }
    return switch (results.read(cell.get())) {
      case Written.NotMeasured none -> {
        if (phMatters && options.ph().isEmpty() && !layout.isLong()) {
          tell(cell.get(), Message.of("samples.no-ph", edition.id()), Message.of("samples.add-ph"));
        }
        yield options.ph();
      }
      case Written.Amount(BigDecimal value, var unit) when Ph.isValid(value) ->
          Optional.of(new Ph(value));
      case Written any -> {
        tellImpossiblePh(cell.get());
        yield Optional.empty();
      }
    };
  }

  void tellImpossiblePh(Cell cell) {
    tell(cell, Message.of("samples.impossible-ph", cell.text()), Message.of("samples.write-ph"));
  }

  private Optional<LandUse> landUse(Row row, LocalDate day) {
    Optional<Cell> cell = cell(ColumnRole.LAND_USE, row);
    if (cell.isEmpty() || cell.get().isEmpty()) {
      if (cell.isPresent() && options.landUse().isEmpty() && !sectors.isEmpty()) {
        tell(
            cell.get(),
            Message.of("samples.no-land-use", edition.id()),
            Message.of("samples.add-land-use"));
      }
      return options.landUse();
    }
    String written = cell.get().text();
    Optional<LandUseTerm> term = LandUses.shipped().term(written, day);
    Optional<LandUse> landUse = term.flatMap(LandUseTerm::landUse);
    if (landUse.isEmpty() && !sectors.isEmpty()) {
      String problem = term.isEmpty() ? "samples.unknown-land-use" : "samples.coarse-land-use";
      tell(cell.get(), Message.of(problem, written), Message.of("samples.write-land-use"));
    } else if (landUse.filter(use -> !sectors.contains(use.sector())).isPresent()
        && !sectors.isEmpty()) {
      tell(
          cell.get(),
          Message.of("samples.land-use-elsewhere", written, edition.id()),
          Message.of("samples.check-standard", edition.id()));
    }
    return landUse;
  }

  private Optional<String> category(Row row) {
    Optional<Cell> cell = cell(ColumnRole.CATEGORY, row).filter(it -> !it.isEmpty());
    if (cell.isEmpty() || edition.categories().isEmpty()) {
      return options.category();
    }
    String written = cell.get().text();
    if (edition.choose(written).isEmpty()) {
      tell(
          cell.get(),
          Message.of("samples.unknown-category", written, edition.id()),
          Message.of("samples.write-category", edition.id()));
    }
    return Optional.of(written);
  }

  private void tell(Cell cell, Message problem, Message remedy) {
    findings.accept(new CellFinding(cell.address(), problem, remedy));
  }
}
