package jingtu.standards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Medium;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Unit.Dimension;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of background contents. */
final class BackgroundReader {

  private BackgroundReader() {}

  static Background read(String file, Node root, List<FaultyEntry> faults) {
    Entry entry =
        Entry.of(root, "background", "title", "region", "source", "confidence", "unit", "values");
    Unit unit = unit(entry);
    Map<Analyte, Quantity> values = new LinkedHashMap<>();
    Entry.named(entry.required("values"))
        .forEach(
            (name, node) -> {
              try {
                add(values, name, node, unit);
              } catch (FaultyEntry fault) {
                faults.add(fault);
              }
            });
    return new Background(
        entry.text("background"),
        Entry.words(entry.required("title")),
        entry.phrase("region"),
        entry.phrase("source"),
        entry.oneOf(Confidence.class, "confidence"),
        values,
        file);
  }

  private static Unit unit(Entry entry) {
    entry.required("unit");
    Unit unit = entry.findUnit("unit").orElseThrow();
    if (unit.dimension() != Dimension.MASS_FRACTION) {
      throw new FaultyEntry(
          Entry.lineOf(entry.required("unit")),
          Message.of("standards.unit-not-of-medium", unit, Medium.SOIL),
          Message.of("standards.use-a-unit-of-the-medium"));
    }
    return unit;
  }

  private static void add(Map<Analyte, Quantity> values, String name, Node node, Unit unit) {
    int line = Entry.lineOf(node);
    Analyte analyte = Entry.analyteNamed(name, line);
    Quantity value = new Quantity(Entry.number(node, name), unit);
    if (values.putIfAbsent(analyte, value) != null) {
      throw new FaultyEntry(
          line, Message.of("standards.key-twice", name), Message.of("standards.keep-one"));
    }
  }
}
