package jingtu.server.register.exchange.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.CellReading.Fault;
import jingtu.server.register.exchange.cell.ReadCell;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumn.Whole;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.sheets.CellFinding;
import jingtu.sheets.HeaderText;

/**
 * Which columns of a file hold which columns of a register: those that a person chose for the same
 * heading before, then those whose names say it.
 */
public final class MatchColumns {

  private final Map<String, SheetColumn> byHeading = new HashMap<>();
  private final Map<String, SheetColumn> byName = new HashMap<>();
  private final SheetColumns columns;

  public MatchColumns(SheetColumns columns) {
    this.columns = columns;
    for (SheetColumn column : columns.columns()) {
      byHeading.put(HeaderText.comparable(column.heading()), column);
      column.names().forEach(name -> byName.put(HeaderText.comparable(name), column));
      byName.putIfAbsent(HeaderText.comparable(HeaderText.of(column.heading()).name()), column);
    }
  }

  /** Why a column was matched. */
  public enum How {
    /** Somebody chose it for this heading before. */
    MEMORY,
    /** The heading says it. */
    NAME,
    /** Somebody chose it now. */
    CHOSEN
  }

  /**
   * One column of the file that was matched.
   *
   * @param column the id of the register's column
   */
  public record Match(String column, How how) {}

  /** Whether a text is the name of one of the columns. */
  public boolean isName(String written) {
    return named(written).isPresent();
  }

  private Optional<SheetColumn> named(String written) {
    return Optional.ofNullable(byHeading.get(HeaderText.comparable(written)))
        .or(() -> Optional.ofNullable(byName.get(HeaderText.comparable(written))))
        .or(() -> Optional.ofNullable(byName.get(bare(written))));
  }

  private static String bare(String written) {
    return HeaderText.comparable(HeaderText.of(written).name());
  }

  /**
   * Proposes a match; each column of the register at most once, the leftmost claim first.
   *
   * @param remembered what was chosen for a heading before: a column's id, or an empty text where
   *     the column was passed over
   */
  public Map<Integer, Match> propose(
      TableHead head, Function<String, Optional<String>> remembered) {
    Map<Integer, Match> matches = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (TableHead.Column column : head.columns()) {
      Optional<Match> match =
          remembered
              .apply(HeaderText.comparable(column.heading()))
              .map(id -> new Match(id, How.MEMORY))
              .filter(before -> before.column().isEmpty() || isTaken(before.column()))
              .or(() -> byNames(column));
      match
          .filter(found -> !found.column().isEmpty() && taken.add(found.column()))
          .ifPresent(found -> matches.put(column.number(), found));
    }
    return matches;
  }

  private boolean isTaken(String id) {
    return columns.find(id).filter(SheetColumn::isTaken).isPresent();
  }

  private Optional<Match> byNames(TableHead.Column column) {
    return column.names().stream()
        .map(this::named)
        .flatMap(Optional::stream)
        .filter(SheetColumn::isTaken)
        .findFirst()
        .map(found -> new Match(found.id(), How.NAME));
  }

  /** Headings whose unit is not that of the field they were matched to. */
  public List<CellFinding> doubts(TableHead head, Map<Integer, Match> matches) {
    List<CellFinding> doubts = new ArrayList<>();
    matches.forEach(
        (number, match) ->
            unitDoubt(head, number, match)
                .map(fault -> new CellFinding(head.at(number), fault.problem(), fault.remedy()))
                .ifPresent(doubts::add));
    return doubts;
  }

  private Optional<Fault> unitDoubt(TableHead head, int number, Match match) {
    List<String> written =
        head.find(number).stream()
            .flatMap(column -> HeaderText.of(column.heading()).bracketed().stream())
            .toList();
    return columns
        .find(match.column())
        .flatMap(MatchColumns::unit)
        .filter(unit -> !written.isEmpty())
        .filter(unit -> written.stream().noneMatch(each -> ReadCell.sameUnit(each, unit)))
        .map(unit -> Fault.of("unit-of-column", String.join(", ", written), unit));
  }

  private static Optional<String> unit(SheetColumn column) {
    return column.part() instanceof Whole(Field field)
            && field.type() instanceof FieldType.Quantity quantity
        ? Optional.of(quantity.unit())
        : Optional.empty();
  }

  /**
   * Columns that every record needs and the file does not have. A file that says whose row each is
   * may leave out what these records hold already; a row of it that is new is told what it needs.
   */
  public List<SheetColumn> lacking(Map<Integer, Match> matches) {
    Set<String> matched = matches.values().stream().map(Match::column).collect(Collectors.toSet());
    if (matched.contains(SheetColumns.RECORD)) {
      return List.of();
    }
    return columns.columns().stream()
        .filter(column -> isNeeded(column) && !matched.contains(column.id()))
        .toList();
  }

  private static boolean isNeeded(SheetColumn column) {
    return switch (column.part()) {
      case Whole(Field field) -> isNeeded(field) && column.isTaken();
      case SheetColumn.Opening(Field field) -> isNeeded(field);
      case SheetColumn.Closing closing -> false;
      case SheetColumn.Spine spine -> false;
    };
  }

  private static boolean isNeeded(Field field) {
    return field.required() && field.when().isEmpty();
  }
}
