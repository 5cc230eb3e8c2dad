package jingtu.standards;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jingtu.standards.TableRef.Meaning;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a column of a table, or a line of it, says of when its numbers apply. */
record ColumnConditions(
    Optional<Meaning> meaning,
    Optional<LandUse> landUse,
    Optional<PhBand> band,
    Optional<String> category,
    Optional<String> condition) {

  static final String[] KEYS = {"meaning", "landUse", "band", "category", "condition"};

  static ColumnConditions read(Entry entry, Map<String, ?> categories, Map<String, ?> conditions) {
    return new ColumnConditions(
        entry.findOneOf(Meaning.class, "meaning"),
        entry.findOneOf(LandUse.class, "landUse"),
        entry.node("band").map(ColumnConditions::band),
        entry.findKeyOf("category", categories),
        entry.findKeyOf("condition", conditions));
  }

  private static PhBand band(Node node) {
    String written = Entry.scalar(node, "band");
    return PhBand.parse(written)
        .orElseThrow(
            () ->
                new FaultyEntry(
                    Entry.lineOf(node),
                    Message.of("standards.unknown-value", "band", written),
                    Message.of("standards.write-a-band")));
  }

  /** These conditions and those of the line together. */
  ColumnConditions and(ColumnConditions line, int at) {
    return new ColumnConditions(
        one(this, line, ColumnConditions::meaning, "meaning", at),
        one(this, line, ColumnConditions::landUse, "landUse", at),
        one(this, line, ColumnConditions::band, "band", at),
        one(this, line, ColumnConditions::category, "category", at),
        one(this, line, ColumnConditions::condition, "condition", at));
  }

  private static <T> Optional<T> one(
      ColumnConditions column,
      ColumnConditions line,
      Function<ColumnConditions, Optional<T>> condition,
      String key,
      int at) {
    if (condition.apply(column).isPresent() && condition.apply(line).isPresent()) {
      throw new FaultyEntry(
          at, Message.of("standards.key-twice", key), Message.of("standards.keep-one"));
    }
    return condition.apply(column).or(() -> condition.apply(line));
  }
}
