package jingtu.sheets.ledger;

import java.util.List;
import java.util.Optional;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderText;

/**
 * What stands over a column, understood.
 *
 * @param unit the unit beneath the name or in brackets behind it; empty where there is none
 */
record Heading(int column, String group, String name, String unit) {

  /**
   * The heading of a column.
   *
   * @param names the cells that are names, from top to bottom
   * @param below what stands beneath them and may be a unit
   */
  static Heading of(Header.Column column, List<Cell> names, List<Cell> below) {
    String written = names.isEmpty() ? "" : oneLine(names.getLast().text());
    HeaderText text = HeaderText.of(written);
    Optional<String> bracketed =
        text.bracketed().stream().map(LedgerUnits::find).flatMap(Optional::stream).findFirst();
    Optional<String> beneath =
        below.stream().map(cell -> unit(cell.text())).flatMap(Optional::stream).findFirst();
    return new Heading(
        column.number(),
        group(names),
        bracketed.isPresent() && !text.name().isEmpty() ? text.name() : plain(written),
        bracketed.or(() -> beneath).orElse(""));
  }

  /** A column over which nothing stands, known by its letters. */
  static Heading without(int column) {
    return new Heading(column, "", CellAddress.letters(column), "");
  }

  private static String group(List<Cell> names) {
    return String.join(
        "/",
        names.stream()
            .limit(Math.max(0, names.size() - 1))
            .map(it -> plain(oneLine(it.text())))
            .toList());
  }

  /** The name without marks of required columns around it. */
  private static String plain(String written) {
    HeaderText text = HeaderText.of(written);
    return text.bracketed().isEmpty() ? text.name() : written;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "");
  }

  /** The unit that a cell beneath a name gives, in brackets or without. */
  static Optional<String> unit(String text) {
    return LedgerUnits.find(text)
        .or(
            () ->
                HeaderText.of(text).name().isEmpty()
                    ? HeaderText.of(text).bracketed().stream()
                        .map(LedgerUnits::find)
                        .flatMap(Optional::stream)
                        .findFirst()
                    : Optional.empty());
  }
}
