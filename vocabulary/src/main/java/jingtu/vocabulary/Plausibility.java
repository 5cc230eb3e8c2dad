package jingtu.vocabulary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between which contents the middle of a column of ordinary samples lies. It spots a wrong unit and
 * judges nothing: one content outside may well be right.
 */
public final class Plausibility {

  private static final Plausibility SHIPPED =
      new Plausibility(
          CsvTable.resource(
              Plausibility.class,
              "plausible.csv",
              "analyte",
              "medium",
              "from",
              "to",
              "unit",
              "confidence",
              "source"));

  /** Both ends included. */
  public record Range(
      Analyte analyte,
      Medium medium,
      Quantity from,
      Quantity to,
      Confidence confidence,
      String source) {

    public Range {
      if (from.compareTo(to) >= 0) {
        throw new IllegalArgumentException("a range runs upwards: " + from + " to " + to);
      }
    }

    public boolean contains(Quantity content) {
      return content.compareTo(from) >= 0 && content.compareTo(to) <= 0;
    }
  }

  private final List<Range> ranges = new ArrayList<>();

  private Plausibility(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      Unit unit = Units.shipped().get(row.get("unit"));
      ranges.add(
          new Range(
              Analytes.shipped().get(row.get("analyte")),
              Medium.valueOf(row.get("medium")),
              new Quantity(new BigDecimal(row.get("from")), unit),
              new Quantity(new BigDecimal(row.get("to")), unit),
              Confidence.valueOf(row.get("confidence")),
              row.get("source")));
    }
  }

  /** The ranges that come with the program. */
  public static Plausibility shipped() {
    return SHIPPED;
  }

  /** The range of an analyte in a medium; empty where none is known. */
  public Optional<Range> rangeOf(Analyte analyte, Medium medium) {
    return ranges.stream()
        .filter(range -> range.analyte().equals(analyte) && range.medium() == medium)
        .findFirst();
  }

  /** All, in the order of the data file. */
  public List<Range> list() {
    return List.copyOf(ranges);
  }
}
