package jingtu.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units that are known, by the ways laboratories write them. */
public final class Units {

  private static final String[] COLUMNS = {"symbol", "dimension", "power", "aliases"};
  private static final Units SHIPPED =
      new Units(CsvTable.resource(Units.class, "units.csv", COLUMNS));

  private final Map<String, Unit> bySymbol = new LinkedHashMap<>();
  private final Spelling.Index<Unit> byName = new Spelling.Index<>();

  private Units(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      Unit unit =
          new Unit(
              row.get("symbol"),
              Unit.Dimension.valueOf(row.get("dimension")),
              Integer.parseInt(row.get("power")));
      bySymbol.put(unit.symbol(), unit);
      byName.add(Spelling.unitKey(unit.symbol()), unit, row);
      row.list("aliases").forEach(alias -> byName.add(Spelling.unitKey(alias), unit, row));
    }
  }

  /** The units that come with the program. */
  public static Units shipped() {
    return SHIPPED;
  }

  /**
   * The unit that a text names: {@code mg/kg}, {@code MG／KG}, {@code mg·kg⁻¹}, {@code µg/g} (with
   * either micro sign or {@code u}), {@code ppm}. µg/g is mg/kg by another name, so it is the same
   * unit.
   */
  public Optional<Unit> find(String written) {
    return byName.find(Spelling.unitKey(written));
  }

  /**
   * The unit with a symbol.
   *
   * @throws UnknownUnit where there is none
   */
  public Unit get(String symbol) {
    Unit unit = bySymbol.get(symbol);
    if (unit == null) {
      throw new UnknownUnit(symbol);
    }
    return unit;
  }

  /** All, in the order of the data file. */
  public List<Unit> list() {
    return List.copyOf(bySymbol.values());
  }

  /** A symbol that no unit has. */
  public static final class UnknownUnit extends RuntimeException {
    UnknownUnit(String symbol) {
      super("no unit has the symbol '" + symbol + "'");
    }
  }
}
