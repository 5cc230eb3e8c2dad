package jingtu.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Medium;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the file of one edition. */
final class EditionReader {

  private static final String[] KEYS = {
    "standard",
    "edition",
    "title",
    "medium",
    "from",
    "until",
    "confidence",
    "source",
    "missing",
    "categories",
    "beyond",
    "conditions",
    "scopes",
    "tables",
    "notes",
    "statements"
  };
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final List<String> OUTCOMES =
      List.of("AT_OR_BELOW_SCREENING", "ABOVE_SCREENING", "ABOVE_CONTROL", "WITHIN", "EXCEEDS");
  private static final List<String> STATEMENT_CONDITIONS =
      List.of("control", "no-control", "background");

  private final String file;
  private final Entry root;
  private final List<FaultyEntry> faults;
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();

  private EditionReader(String file, Node root, List<FaultyEntry> faults) {
    this.file = file;
    this.root = Entry.of(root, KEYS);
    this.faults = faults;
  }

  /** The edition; where something is added to {@code faults} it must not be used. */
  static Edition read(String file, Node root, List<FaultyEntry> faults) {
    return new EditionReader(file, root, faults).edition();
  }

  private Edition edition() {
    Map<String, Edition.Words> categories = named("categories");
    Map<String, Edition.Words> conditions = named("conditions");
    Map<String, Edition.Note> notes = Entry.map(root.node("notes"), EditionReader::note);
    Map<String, TableReader.Scope> scopes =
        Entry.map(root.node("scopes"), node -> scope(node, categories));
    Medium medium = root.oneOf(Medium.class, "medium");
    Confidence confidence = root.oneOf(Confidence.class, "confidence");
    List<Threshold> thresholds =
        thresholds(new TableReader.Context(categories, conditions, notes, scopes, confidence));
    faults.addAll(EditionChecks.of(medium, thresholds));
    LocalDate from = from();
    return new Edition(
        root.text("standard"),
        year(),
        Entry.words(root.required("title")),
        medium,
        from,
        until(from),
        categories,
        thresholds,
        statements(confidence),
        confidence,
        conditions,
        root.findKeyOf("beyond", categories),
        new Edition.Print(titles(), notes, aliases, missing(), root.phrase("source"), file));
  }

  private String year() {
    String year = root.text("edition");
    if (!YEAR.matcher(year).matches()) {
      throw new FaultyEntry(
          Entry.lineOf(root.required("edition")),
          Message.of("standards.unknown-value", "edition", year),
          Message.of("standards.write-a-year"));
    }
    return year;
  }

  private LocalDate from() {
    root.required("from");
    return root.findDate("from").orElseThrow();
  }

  private Optional<LocalDate> until(LocalDate from) {
    Optional<LocalDate> until = root.findDate("until");
    if (until.map(last -> last.isBefore(from)).orElse(false)) {
      throw new FaultyEntry(
          Entry.lineOf(root.required("until")),
          Message.of("standards.ends-before-it-begins", from, until.orElseThrow()),
          Message.of("standards.write-a-date"));
    }
    return until;
  }

  /** Categories or conditions by their key; other names of theirs are kept aside. */
  private Map<String, Edition.Words> named(String key) {
    Map<String, Edition.Words> named = new LinkedHashMap<>();
    root.node(key)
        .map(Entry::named)
        .orElse(Map.of())
        .forEach(
            (name, node) -> {
              Entry entry = Entry.of(node, "zh", "en", "aliases");
              named.put(name, entry.words());
              aliases.put(name, entry.texts("aliases"));
            });
    return named;
  }

  private static TableReader.Scope scope(Node node, Map<String, Edition.Words> categories) {
    Entry entry = Entry.of(node, "zh", "en", "categories");
    return new TableReader.Scope(
        entry.words(),
        entry.list("categories").stream()
            .map(category -> Entry.keyOf(category, "categories", categories))
            .toList());
  }

  private static Edition.Note note(Node node) {
    Entry entry = Entry.of(node, "zh", "en", "background", "clause");
    return new Edition.Note(entry.words(), entry.flag("background"), entry.findText("clause"));
  }

  private List<Threshold> thresholds(TableReader.Context context) {
    List<Threshold> thresholds = new ArrayList<>();
    for (Node table : root.list("tables")) {
      try {
        thresholds.addAll(TableReader.read(context, table, faults));
      } catch (FaultyEntry fault) {
        faults.add(fault);
      }
    }
    return thresholds;
  }

  private Map<String, Edition.Words> titles() {
    Map<String, Edition.Words> titles = new LinkedHashMap<>();
    for (Node table : root.list("tables")) {
      Map.Entry<String, Edition.Words> title = TableReader.title(table);
      titles.put(title.getKey(), title.getValue());
    }
    return titles;
  }

  private List<Edition.Words> missing() {
    return root.has("missing")
        ? root.list("missing").stream().map(Entry::words).toList()
        : List.of();
  }

  private List<Edition.Statement> statements(Confidence confidence) {
    return root.has("statements")
        ? root.list("statements").stream().map(node -> statement(node, confidence)).toList()
        : List.of();
  }

  private static Edition.Statement statement(Node node, Confidence confidence) {
    Entry entry = Entry.of(node, "outcome", "condition", "clause", "confidence", "zh", "en");
    return new Edition.Statement(
        oneOf(entry, "outcome", OUTCOMES),
        entry.has("condition")
            ? Optional.of(oneOf(entry, "condition", STATEMENT_CONDITIONS))
            : Optional.empty(),
        entry.text("clause"),
        entry.words(),
        entry.findOneOf(Confidence.class, "confidence").orElse(confidence));
  }

  private static String oneOf(Entry entry, String key, List<String> allowed) {
    String value = entry.text(key);
    if (!allowed.contains(value)) {
      throw Entry.unknownValue(entry.line(), key, value, String.join(", ", allowed));
    }
    return value;
  }
}
