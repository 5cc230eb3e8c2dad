package jingtu.server.register.exchange.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.Field;
import jingtu.server.register.exchange.cell.CellReading;
import jingtu.server.register.exchange.cell.CellReading.Fault;
import jingtu.server.register.exchange.cell.ReadCell;
import jingtu.server.register.exchange.cell.ShapeText;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumn.Closing;
import jingtu.server.register.exchange.cell.SheetColumn.Opening;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.SheetColumn.Whole;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ledger.ValueText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the rows of a file whose columns are matched. Region and organisation of a record are those
 * of its row, where it says any, and otherwise those of the whole import.
 */
public final class ReadRow {

  private final ReadCell cells;
  private final Shape shape;
  private final Map<Integer, SheetColumn> columns;
  private final RegionCode region;
  private final Optional<UUID> organisation;

  /** {@code columns} are those that are taken, by their numbers in the file. */
  public ReadRow(
      ReadCell cells,
      Shape shape,
      Map<Integer, SheetColumn> columns,
      RegionCode region,
      Optional<UUID> organisation) {
    this.cells = cells;
    this.shape = shape;
    this.columns = new LinkedHashMap<>(columns);
    this.region = region;
    this.organisation = organisation;
  }

  public RowReading read(SourceRow source) {
    return new Reading(source).read();
  }

  /** One row while it is read. */
  private final class Reading {
    private final SourceRow source;
    private final List<RowFinding> findings = new ArrayList<>();
    private final Map<String, FieldValue> read = new HashMap<>();
    private final Map<String, CellAddress> at = new HashMap<>();

    Reading(SourceRow source) {
      this.source = source;
    }

    RowReading read() {
      for (CellFinding finding : source.row().faults()) {
        Fault fault = new Fault("file", finding.problem(), finding.remedy());
        findings.add(new RowFinding(finding.at(), fault, true));
      }
      readRegion();
      columns.forEach(
          (number, column) -> {
            if (column.part() != Spine.REGION) {
              read(column, source.row().cell(number));
            }
          });
      Map<String, FieldValue> content = content();
      Optional<Geometry> geometry = geometry();
      return new RowReading(
          source.row().sheet(),
          source.number(),
          id(Spine.RECORD),
          near(),
          id(Spine.ORGANISATION).or(() -> organisation),
          content,
          geometry,
          at,
          read.keySet(),
          findings);
    }

    private void readRegion() {
      columns.forEach(
          (number, column) -> {
            if (column.part() == Spine.REGION) {
              read(column, source.row().cell(number));
            }
          });
    }

    private RegionCode near() {
      return spine(Spine.REGION) instanceof FieldValue.Words(String code)
          ? new RegionCode(code)
          : region;
    }

    private void read(SheetColumn column, Cell cell) {
      at.put(column.id(), cell.address());
      boolean broken =
          source.row().faults().stream().anyMatch(fault -> fault.at().equals(cell.address()));
      if (broken) {
        return;
      }
      switch (cells.read(column, cell, Optional.of(near()))) {
        case CellReading.Nothing nothing -> {}
        case CellReading.Faulty(Fault fault) ->
            findings.add(new RowFinding(cell.address(), fault, true));
        case CellReading.Taken(FieldValue value, Optional<Fault> doubt) -> {
          read.put(column.id(), value);
          doubt.ifPresent(d -> findings.add(new RowFinding(cell.address(), d, false)));
        }
      }
    }

    private Map<String, FieldValue> content() {
      Map<String, FieldValue> content = new HashMap<>();
      for (SheetColumn column : columns.values()) {
        FieldValue value = read.get(column.id());
        switch (column.part()) {
          case Whole(Field field) -> {
            if (value != null) {
              content.put(field.id(), value);
            }
          }
          case Opening(Field field) -> period(field).ifPresent(p -> content.put(field.id(), p));
          case Closing(Field field) -> beginning(field, column);
          case Spine spine -> {}
        }
      }
      return content;
    }

    private Optional<FieldValue> period(Field field) {
      String to = field.id() + ".to";
      if (!(read.get(field.id() + ".from") instanceof FieldValue.Day from)) {
        return Optional.empty();
      }
      if (!(read.get(to) instanceof FieldValue.Day end)) {
        return Optional.of(new FieldValue.Span(from.date(), Optional.empty()));
      }
      if (end.date().isBefore(from.date())) {
        findings.add(
            new RowFinding(
                cell(to), Fault.of("ends-before-it-begins", end.date(), from.date()), true));
        return Optional.empty();
      }
      return Optional.of(new FieldValue.Span(from.date(), Optional.of(end.date())));
    }

    /** A last day wants a first; unless the first is there and faulty, which was told. */
    private void beginning(Field field, SheetColumn closing) {
      boolean ends = read.containsKey(closing.id());
      String from = field.id() + ".from";
      boolean begins = read.containsKey(from) || isFaulty(from);
      if (ends && !begins) {
        findings.add(new RowFinding(cell(closing.id()), Fault.of("no-beginning"), true));
      }
    }

    private boolean isFaulty(String column) {
      return at.containsKey(column)
          && findings.stream().anyMatch(f -> f.isFault() && f.at().equals(at.get(column)));
    }

    private CellAddress cell(String column) {
      return at.getOrDefault(column, source.row().cell(1).address());
    }

    private Optional<Geometry> geometry() {
      return switch (source.shape()) {
        case SourceRow.Shape.None none -> written();
        case SourceRow.Shape.Read(Geometry geometry) -> taken(geometry);
        case SourceRow.Shape.Unreadable unreadable -> {
          findings.add(
              new RowFinding(source.row().cell(1).address(), Fault.of("no-geometry"), true));
          yield Optional.empty();
        }
      };
    }

    private Optional<Geometry> taken(Geometry geometry) {
      return shape == Shape.NONE
          ? Optional.empty()
          : understood(ShapeText.of(geometry, shape), source.row().cell(1).address());
    }

    private Optional<Geometry> understood(ShapeText.Reading reading, CellAddress where) {
      return switch (reading) {
        case ShapeText.Reading.Read(Geometry geometry) -> Optional.of(geometry);
        case ShapeText.Reading.Faulty(Fault fault) -> {
          findings.add(new RowFinding(where, fault, true));
          yield Optional.empty();
        }
      };
    }

    private Optional<Geometry> written() {
      for (SheetColumn column : columns.values()) {
        if (column.part() == Spine.OUTLINE
            && read.get(column.id()) instanceof FieldValue.Words(String text)) {
          return understood(ShapeText.read(text, shape), cell(column.id()));
        }
      }
      return point();
    }

    private Optional<Geometry> point() {
      if (spine(Spine.POSITION) instanceof FieldValue.Words(String text)) {
        return ValueText.point(text)
            .map(
                place ->
                    ShapeText.point(
                        place.longitude().doubleValue(), place.latitude().doubleValue()));
      }
      FieldValue longitude = spine(Spine.LONGITUDE);
      FieldValue latitude = spine(Spine.LATITUDE);
      if (longitude instanceof FieldValue.Amount x && latitude instanceof FieldValue.Amount y) {
        return Optional.of(ShapeText.point(x.number().doubleValue(), y.number().doubleValue()));
      }
      half(longitude, latitude, Spine.LATITUDE);
      half(latitude, longitude, Spine.LONGITUDE);
      return Optional.empty();
    }

    /** One angle without the other, unless the other is there and faulty. */
    private void half(@Nullable FieldValue one, @Nullable FieldValue other, Spine lacking) {
      String id = idOf(lacking);
      if (one != null && other == null && !isFaulty(id)) {
        findings.add(new RowFinding(cell(id), Fault.of("half-a-point"), true));
      }
    }

    private @Nullable FieldValue spine(Spine part) {
      return read.get(idOf(part));
    }

    private String idOf(Spine part) {
      return columns.values().stream()
          .filter(column -> column.part() == part)
          .map(SheetColumn::id)
          .findFirst()
          .orElse("");
    }

    private Optional<UUID> id(Spine part) {
      return spine(part) instanceof FieldValue.Ids(List<UUID> ids)
          ? Optional.of(ids.getFirst())
          : Optional.empty();
    }
  }
}
