package jingtu.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The analytes that are known, by every name that laboratories and standards give them. */
public final class Analytes {

  private static final String[] COLUMNS = {
    "symbol", "chinese", "english", "cas", "part_of", "aliases"
  };
  private static final Analytes SHIPPED =
      new Analytes(CsvTable.resource(Analytes.class, "analytes.csv", COLUMNS));

  private final Map<String, Analyte> bySymbol = new LinkedHashMap<>();
  private final Spelling.Index<Analyte> byName = new Spelling.Index<>();

  private Analytes(CsvTable table) {
    table.rows().forEach(this::add);
    table.rows().forEach(this::checkWhole);
  }

  /** The analytes that come with the program. */
  public static Analytes shipped() {
    return SHIPPED;
  }

  /**
   * Reads a catalogue from lines in the form of {@code analytes.csv}.
   *
   * @throws CsvTable.Faulty where a symbol stands twice, a name would name two analytes, a CAS
   *     number is wrong, or something is a part of what is not there
   */
  static Analytes read(String name, String text) {
    return new Analytes(CsvTable.read(name, text, COLUMNS));
  }

  private void add(CsvTable.Row row) {
    String cas = row.get("cas");
    if (!cas.isEmpty() && !Cas.isValid(cas)) {
      throw row.fault("has no CAS number: '" + cas + "'");
    }
    Analyte analyte =
        new Analyte(
            row.get("symbol"),
            row.get("chinese"),
            row.get("english"),
            Optional.of(cas).filter(number -> !number.isEmpty()).map(Cas::new),
            Optional.of(row.get("part_of")).filter(whole -> !whole.isEmpty()));
    if (bySymbol.putIfAbsent(analyte.symbol(), analyte) != null) {
      throw row.fault("has a symbol that stands there already: " + analyte);
    }
    for (String column : List.of("symbol", "chinese", "english")) {
      byName.add(Spelling.key(row.get(column)), analyte, row);
    }
    byName.add(Spelling.key(analyte.chinese() + analyte.symbol()), analyte, row);
    analyte.cas().ifPresent(number -> byName.add(Spelling.key(number.number()), analyte, row));
    row.list("aliases").forEach(alias -> byName.add(Spelling.key(alias), analyte, row));
  }

  private void checkWhole(CsvTable.Row row) {
    Analyte analyte = get(row.get("symbol"));
    Optional<Analyte> whole = wholeOf(analyte);
    for (int above = 0; whole.isPresent(); above++) {
      if (above > bySymbol.size()) {
        throw row.fault("is a part of itself");
      }
      whole = wholeOf(whole.get());
    }
  }

  /** The analyte that this one is a part of. */
  public Optional<Analyte> wholeOf(Analyte part) {
    return part.partOf().map(this::get);
  }

  /**
   * The analyte that a text names: by symbol, Chinese or English name, CAS number or alias, in any
   * width, case, kind of brackets and dashes; or by two of these, as in {@code 镉(Cd)}. A text that
   * names two analytes, or something besides, names none.
   */
  public Optional<Analyte> find(String written) {
    return byName.findAny(written);
  }

  /**
   * The analyte with a symbol.
   *
   * @throws UnknownAnalyte where there is none
   */
  public Analyte get(String symbol) {
    Analyte analyte = bySymbol.get(symbol);
    if (analyte == null) {
      throw new UnknownAnalyte(symbol);
    }
    return analyte;
  }

  /** All, in the order of the data file. */
  public List<Analyte> list() {
    return List.copyOf(bySymbol.values());
  }

  /** A symbol that no analyte has. */
  public static final class UnknownAnalyte extends RuntimeException {
    UnknownAnalyte(String symbol) {
      super("no analyte has the symbol '" + symbol + "'");
    }
  }
}
