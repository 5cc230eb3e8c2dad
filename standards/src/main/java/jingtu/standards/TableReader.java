package jingtu.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.standards.TableRef.Meaning;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Unit;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one table of an edition, line by line. */
final class TableReader {

  private static final String[] TABLE_KEYS = {
    "table", "title", "clause", "meaning", "unit", "confidence", "columns", "thresholds"
  };
  private static final String[] LINE_KEYS =
      Stream.concat(
              Stream.of(ColumnConditions.KEYS),
              Stream.of(
                  "item",
                  "analyte",
                  "name",
                  "unit",
                  "scope",
                  "value",
                  "values",
                  "notes",
                  "confidence"))
          .toArray(String[]::new);

  private static final String NOT_DETECTABLE = "not-detectable";

  /** What the file says of categories, conditions, notes and scopes, and how far it is trusted. */
  record Context(
      Map<String, Edition.Words> categories,
      Map<String, Edition.Words> conditions,
      Map<String, Edition.Note> notes,
      Map<String, Scope> scopes,
      Confidence confidence) {}

  /** Several categories for which a table has one number. */
  record Scope(Edition.Words words, List<String> categories) {}

  /** One number with what stands at it. */
  private record Value(Bound bound, Optional<String> note, Optional<Confidence> confidence) {}

  private final Context context;
  private final Entry table;
  private final List<ColumnConditions> columns;
  private final List<FaultyEntry> faults;

  private TableReader(Context context, Node node, List<FaultyEntry> faults) {
    this.context = context;
    this.faults = faults;
    this.table = Entry.of(node, TABLE_KEYS);
    this.columns =
        table.has("columns")
            ? table.list("columns").stream().map(this::column).toList()
            : List.of();
    ColumnOrder.check(columns, table);
  }

  /** The table's thresholds; the faults of lines are added to {@code faults}. */
  static List<Threshold> read(Context context, Node node, List<FaultyEntry> faults) {
    return new TableReader(context, node, faults).thresholds();
  }

  /** The title of a table by its number. */
  static Map.Entry<String, Edition.Words> title(Node node) {
    Entry table = Entry.of(node, TABLE_KEYS);
    return Map.entry(table.text("table"), Entry.words(table.required("title")));
  }

  private ColumnConditions column(Node node) {
    return ColumnConditions.read(
        Entry.of(node, ColumnConditions.KEYS), context.categories(), context.conditions());
  }

  private List<Threshold> thresholds() {
    table.text("table");
    table.text("clause");
    List<Threshold> thresholds = new ArrayList<>();
    for (Node node : table.list("thresholds")) {
      try {
        thresholds.addAll(line(Entry.of(node, LINE_KEYS)));
      } catch (FaultyEntry fault) {
        faults.add(fault);
      }
    }
    return thresholds;
  }

  private List<Threshold> line(Entry line) {
    ColumnConditions ofLine =
        ColumnConditions.read(line, context.categories(), context.conditions());
    if (line.has("value") == line.has("values")) {
      throw new FaultyEntry(
          line.line(),
          Message.of("standards.value-or-values"),
          Message.of("standards.one-value-each", columns.size()));
    }
    if (line.has("value")) {
      return inScope(line, ofLine, line.required("value"));
    }
    List<Node> values = line.list("values");
    if (values.size() != columns.size()) {
      throw new FaultyEntry(
          line.line(),
          Message.of("standards.values-count", values.size(), columns.size()),
          Message.of("standards.one-value-each", columns.size()));
    }
    List<Threshold> thresholds = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      thresholds.addAll(inScope(line, columns.get(i).and(ofLine, line.line()), values.get(i)));
    }
    return thresholds;
  }

  /** One threshold, or one for each category of the line's scope. */
  private List<Threshold> inScope(Entry line, ColumnConditions when, Node node) {
    Optional<Scope> scope = line.findKeyOf("scope", context.scopes()).map(context.scopes()::get);
    if (scope.isEmpty()) {
      return List.of(threshold(line, when, scope, node));
    }
    return scope.get().categories().stream()
        .map(category -> threshold(line, when.and(ofCategory(category), line.line()), scope, node))
        .toList();
  }

  private static ColumnConditions ofCategory(String category) {
    return new ColumnConditions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(category),
        Optional.empty());
  }

  private Threshold threshold(Entry line, ColumnConditions when, Optional<Scope> scope, Node node) {
    Value value = value(node);
    List<String> notes = new ArrayList<>(value.note().stream().toList());
    line.node("notes").map(it -> Entry.elements(it, "notes")).orElse(List.of()).stream()
        .map(note -> Entry.keyOf(note, "notes", context.notes()))
        .forEach(notes::add);
    return new Threshold(
        line.analyte("analyte"),
        when.landUse(),
        when.band(),
        when.category(),
        value.bound(),
        unit(line),
        new TableRef(table.text("table"), table.text("clause"), meaning(when)),
        notes.stream()
            .map(context.notes()::get)
            .anyMatch(note -> note != null && note.background()),
        value
            .confidence()
            .or(() -> line.findOneOf(Confidence.class, "confidence"))
            .or(() -> table.findOneOf(Confidence.class, "confidence"))
            .orElse(context.confidence()),
        when.condition(),
        new Threshold.Print(
            line.findText("item"),
            line.findText("name").orElse(line.analyte("analyte").chinese()),
            scope.map(Scope::words),
            notes,
            line.line()));
  }

  private Unit unit(Entry line) {
    return line.findUnit("unit")
        .or(() -> table.findUnit("unit"))
        .orElseThrow(() -> missing(line, "unit"));
  }

  private Meaning meaning(ColumnConditions when) {
    return when.meaning()
        .or(() -> table.findOneOf(Meaning.class, "meaning"))
        .orElseThrow(() -> missing(table, "meaning"));
  }

  private static FaultyEntry missing(Entry entry, String key) {
    return new FaultyEntry(
        entry.line(),
        Message.of("standards.missing-key", key),
        Message.of("standards.add-key", key));
  }

  /** A number, {@code not-detectable}, ranges, or a mapping of one of these with note or trust. */
  private Value value(Node node) {
    if (!(node instanceof MappingNode)) {
      return new Value(bound(node), Optional.empty(), Optional.empty());
    }
    Entry entry = Entry.of(node, "value", "within", "note", "confidence");
    Bound bound =
        entry.has("within")
            ? new Bound.Within(entry.list("within").stream().map(TableReader::range).toList())
            : bound(entry.required("value"));
    return new Value(
        bound,
        entry.findKeyOf("note", context.notes()),
        entry.findOneOf(Confidence.class, "confidence"));
  }

  private static Bound bound(Node node) {
    return Entry.scalar(node, "value").equals(NOT_DETECTABLE)
        ? new Bound.NotDetectable()
        : new Bound.AtMost(Entry.number(node, "value"));
  }

  private static Bound.Range range(Node node) {
    List<Node> ends = Entry.elements(node, "within");
    if (ends.size() != 2
        || Entry.number(ends.get(0), "within").compareTo(Entry.number(ends.get(1), "within")) > 0) {
      throw new FaultyEntry(
          Entry.lineOf(node),
          Message.of("standards.bad-range"),
          Message.of("standards.write-a-range"));
    }
    return new Bound.Range(
        Entry.number(ends.get(0), "within"), Entry.number(ends.get(1), "within"));
  }
}
