package jingtu.standards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a file, read strictly: every fault is a {@link FaultyEntry} with its line. */
final class Entry {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final int line;

  private Entry(Node node) {
    line = lineOf(node);
    if (!(node instanceof MappingNode mapping)) {
      throw wrongType(line, "", Message.of("standards.write-mapping"));
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode(), "");
      if (values.put(key, tuple.getValueNode()) != null) {
        throw new FaultyEntry(
            lineOf(tuple.getKeyNode()),
            Message.of("standards.key-twice", key),
            Message.of("standards.keep-one"));
      }
    }
  }

  /** A mapping that may hold these keys and no others. */
  static Entry of(Node node, String... allowed) {
    Entry entry = new Entry(node);
    List<String> known = List.of(allowed);
    entry.values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new FaultyEntry(
                lineOf(value),
                Message.of("standards.unknown-key", key),
                Message.of("standards.allowed", String.join(", ", known)));
          }
        });
    return entry;
  }

  /** A mapping whose keys the file chooses. */
  static Map<String, Node> named(Node node) {
    return new Entry(node).values;
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Node required(String key) {
    return node(key)
        .orElseThrow(
            () ->
                new FaultyEntry(
                    line,
                    Message.of("standards.missing-key", key),
                    Message.of("standards.add-key", key)));
  }

  String text(String key) {
    return scalar(required(key), key);
  }

  Optional<String> findText(String key) {
    return node(key).map(value -> scalar(value, key));
  }

  List<Node> list(String key) {
    return elements(required(key), key);
  }

  List<String> texts(String key) {
    return node(key).map(value -> elements(value, key)).orElse(List.of()).stream()
        .map(value -> scalar(value, key))
        .toList();
  }

  Optional<LocalDate> findDate(String key) {
    return node(key).map(value -> date(value, key));
  }

  boolean flag(String key) {
    return findText(key).map(value -> yes(value, key)).orElse(false);
  }

  private boolean yes(String value, String key) {
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    throw unknownValue(lineOf(required(key)), key, value, "true, false");
  }

  <T extends Enum<T>> Optional<T> findOneOf(Class<T> type, String key) {
    return node(key)
        .map(
            node -> {
              String value = scalar(node, key);
              return Arrays.stream(type.getEnumConstants())
                  .filter(constant -> constant.name().equals(value))
                  .findFirst()
                  .orElseThrow(() -> unknownValue(lineOf(node), key, value, names(type)));
            });
  }

  <T extends Enum<T>> T oneOf(Class<T> type, String key) {
    required(key);
    return findOneOf(type, key).orElseThrow();
  }

  private static String names(Class<? extends Enum<?>> type) {
    return String.join(
        ", ", Arrays.stream(type.getEnumConstants()).map(constant -> constant.name()).toList());
  }

  Analyte analyte(String key) {
    return analyte(required(key));
  }

  static Analyte analyte(Node node) {
    return analyteNamed(scalar(node, "analyte"), lineOf(node));
  }

  /** The analyte that a text of a line names. */
  static Analyte analyteNamed(String written, int line) {
    return Analytes.shipped()
        .find(written)
        .orElseThrow(
            () ->
                new FaultyEntry(
                    line,
                    Message.of("standards.unknown-analyte", written),
                    Message.of("standards.use-a-known-analyte")));
  }

  Optional<Unit> findUnit(String key) {
    return node(key).map(value -> unit(value, key));
  }

  private static Unit unit(Node node, String key) {
    String written = scalar(node, key);
    return Units.shipped()
        .find(written)
        .orElseThrow(
            () ->
                unknownValue(
                    lineOf(node),
                    key,
                    written,
                    String.join(", ", Units.shipped().list().stream().map(Unit::symbol).toList())));
  }

  /** A key of the file's own, for instance of a category. */
  Optional<String> findKeyOf(String key, Map<String, ?> named) {
    return node(key).map(node -> keyOf(node, key, named));
  }

  static String keyOf(Node node, String key, Map<String, ?> named) {
    String value = scalar(node, key);
    if (!named.containsKey(value)) {
      throw unknownValue(lineOf(node), key, value, String.join(", ", named.keySet()));
    }
    return value;
  }

  Edition.Words words() {
    return new Edition.Words(text("zh"), text("en"));
  }

  static Edition.Words words(Node node) {
    return Entry.of(node, "zh", "en").words();
  }

  /** Words in both languages, or one text for both. */
  Edition.Words phrase(String key) {
    Node node = required(key);
    if (node instanceof MappingNode) {
      return words(node);
    }
    String text = scalar(node, key);
    return new Edition.Words(text, text);
  }

  static <T> Map<String, T> map(Optional<Node> node, Function<Node, T> read) {
    Map<String, T> found = new LinkedHashMap<>();
    node.map(Entry::named)
        .orElse(Map.of())
        .forEach((key, value) -> found.put(key, read.apply(value)));
    return found;
  }

  static String scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrongType(lineOf(node), key, Message.of("standards.write-text"));
  }

  static List<Node> elements(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return new ArrayList<>(sequence.getValue());
    }
    throw wrongType(lineOf(node), key, Message.of("standards.write-list"));
  }

  /** A number without a sign and without an exponent, with all its digits. */
  static BigDecimal number(Node node, String key) {
    String written = scalar(node, key);
    if (!NUMBER.matcher(written).matches()) {
      throw new FaultyEntry(
          lineOf(node),
          Message.of("standards.not-a-number", key, written),
          Message.of("standards.write-a-number"));
    }
    return new BigDecimal(written);
  }

  private static LocalDate date(Node node, String key) {
    String written = scalar(node, key);
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new FaultyEntry(
          lineOf(node),
          Message.of("standards.not-a-date", key, written),
          Message.of("standards.write-a-date"));
    }
  }

  static FaultyEntry unknownValue(int line, String key, String value, String allowed) {
    return new FaultyEntry(
        line,
        Message.of("standards.unknown-value", key, value),
        Message.of("standards.allowed", allowed));
  }

  private static FaultyEntry wrongType(int line, String key, Message remedy) {
    return new FaultyEntry(line, Message.of("standards.wrong-type", key), remedy);
  }
}
