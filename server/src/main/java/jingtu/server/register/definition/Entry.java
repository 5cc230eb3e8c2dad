package jingtu.server.register.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jingtu.server.register.expression.NearMiss;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a file, read strictly. What is asked for and not there, or not as it must be, is
 * noted among the faults and comes back as nothing; so one reading finds all faults.
 */
final class Entry {

  private final Node node;
  private final String path;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> misspelt = new HashSet<>();
  private final int faultsBefore;

  private Entry(MappingNode node, String path, Faults faults, List<String> allowed) {
    this.node = node;
    this.path = path;
    this.faults = faults;
    this.faultsBefore = faults.count();
    for (NodeTuple tuple : node.getValue()) {
      take(tuple, allowed);
    }
  }

  /** A mapping that may hold these keys and no others; nothing where it is no mapping. */
  static Optional<Entry> of(Node node, String path, Faults faults, List<String> allowed) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Entry(mapping, path, faults, allowed));
    }
    faults.at(
        node,
        path,
        Message.of("definition.not-a-mapping"),
        Message.of("definition.allowed-keys", String.join(", ", allowed)));
    return Optional.empty();
  }

  /** A mapping whose keys the file chooses. */
  static Optional<Map<String, Node>> named(Node node, String path, Faults faults) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    Map<String, Node> named = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (named.put(key, tuple.getValueNode()) != null) {
        twice(tuple.getKeyNode(), path + "." + key, key, faults);
      }
    }
    return Optional.of(named);
  }

  private void take(NodeTuple tuple, List<String> allowed) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!allowed.contains(key)) {
      unknownKey(tuple.getKeyNode(), key, allowed);
    } else if (values.put(key, tuple.getValueNode()) != null) {
      twice(tuple.getKeyNode(), pathOf(key), key, faults);
    }
  }

  private void unknownKey(Node at, String key, List<String> allowed) {
    Optional<String> meant = NearMiss.of(key, allowed);
    meant.ifPresent(misspelt::add);
    faults.at(
        at,
        pathOf(key),
        meant
            .map(near -> Message.of("definition.unknown-key-near", key, near))
            .orElseGet(() -> Message.of("definition.unknown-key", key)),
        Message.of("definition.allowed-keys", String.join(", ", allowed)));
  }

  private static void twice(Node at, String path, String key, Faults faults) {
    faults.at(at, path, Message.of("definition.key-twice", key), Message.of("definition.keep-one"));
  }

  String path() {
    return path;
  }

  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Whether nothing was noted since it was opened. */
  boolean isSound() {
    return faults.count() == faultsBefore;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  void fault(String key, Message problem, Message remedy) {
    faults.at(values.getOrDefault(key, node), pathOf(key), problem, remedy);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The node of a key that must be there. */
  Optional<Node> required(String key) {
    if (!values.containsKey(key) && !misspelt.contains(key)) {
      faults.at(
          node,
          pathOf(key),
          Message.of("definition.missing-key", key),
          Message.of("definition.add-key", key));
    }
    return node(key);
  }

  /** One line of text; nothing where there is none or it is not one. */
  Optional<String> text(String key, int longest) {
    return node(key).flatMap(value -> text(value, pathOf(key), longest, faults));
  }

  String requiredText(String key, int longest) {
    return required(key).flatMap(v -> text(v, pathOf(key), longest, faults)).orElse("");
  }

  private static Optional<String> text(Node node, String path, int longest, Faults faults) {
    if (!(node instanceof ScalarNode scalar) || !isText(scalar) || scalar.getValue().isBlank()) {
      faults.at(
          node, path, Message.of("definition.not-a-text"), Message.of("definition.write-text"));
      return Optional.empty();
    }
    String text = scalar.getValue().strip();
    if (text.codePointCount(0, text.length()) > longest) {
      faults.at(
          node,
          path,
          Message.of("definition.text-too-long", longest),
          Message.of("definition.shorten"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static boolean isText(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.STR);
  }

  /** An id, of the form that a pattern gives. */
  String requiredId(String key, Pattern form, int longest, String remedy) {
    String id = requiredText(key, Integer.MAX_VALUE);
    return id.isEmpty() ? "" : id(id, key, form, longest, remedy).orElse("");
  }

  private Optional<String> id(String id, String key, Pattern form, int longest, String remedy) {
    if (form.matcher(id).matches() && id.length() <= longest) {
      return Optional.of(id);
    }
    fault(key, Message.of("definition.bad-id", id), Message.of(remedy, longest));
    return Optional.empty();
  }

  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    if (node(key).orElse(node) instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return scalar.getValue().equals("true");
    }
    fault(key, Message.of("definition.not-a-flag"), Message.of("definition.write-flag"));
    return false;
  }

  Optional<Integer> whole(String key, int least, int most) {
    Optional<BigDecimal> number = has(key) ? number(key) : Optional.empty();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    if (value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      fault(
          key,
          Message.of("definition.not-in-range", value.toPlainString()),
          Message.of("definition.range", least, most));
      return Optional.empty();
    }
    return Optional.of(value.intValueExact());
  }

  /** A number of at most 20 digits before the point and 8 after it, which is what columns hold. */
  Optional<BigDecimal> number(String key) {
    Optional<Node> value = node(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
        && scalar.getValue().matches("-?\\d{1,20}(\\.\\d{1,8})?")) {
      return Optional.of(new BigDecimal(scalar.getValue()));
    }
    fault(key, Message.of("definition.not-a-number"), Message.of("definition.write-number"));
    return Optional.empty();
  }

  /** One of some words. */
  Optional<String> word(String key, Collection<String> allowed) {
    return text(key, Integer.MAX_VALUE)
        .filter(word -> isOneOf(node(key).orElse(node), pathOf(key), word, allowed, faults));
  }

  Optional<String> requiredWord(String key, Collection<String> allowed) {
    required(key);
    return word(key, allowed);
  }

  static boolean isOneOf(
      Node at, String path, String word, Collection<String> allowed, Faults faults) {
    if (allowed.contains(word)) {
      return true;
    }
    faults.at(
        at,
        path,
        NearMiss.of(word, allowed)
            .map(near -> Message.of("definition.unknown-word-near", word, near))
            .orElseGet(() -> Message.of("definition.unknown-word", word)),
        Message.of("definition.allowed", allowed.isEmpty() ? "-" : String.join(", ", allowed)));
    return false;
  }

  /** The elements of a list with their paths; none where there is no list or it is none. */
  List<Element> list(String key, int most) {
    Optional<Node> value = node(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof SequenceNode sequence)) {
      fault(key, Message.of("definition.not-a-list"), Message.of("definition.write-list"));
      return List.of();
    }
    if (sequence.getValue().size() > most) {
      fault(key, Message.of("definition.too-many", most), Message.of("definition.split"));
      return List.of();
    }
    List<Element> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(new Element(element, pathOf(key) + "[" + elements.size() + "]"));
    }
    return elements;
  }

  /** A member of a list. */
  record Element(Node node, String path) {}

  /** Different texts, each of one line. */
  List<String> texts(String key, int most, int longest) {
    List<String> texts = new ArrayList<>();
    for (Element element : list(key, most)) {
      Optional<String> text = text(element.node(), element.path(), longest, faults);
      if (text.isPresent() && texts.contains(text.get())) {
        twice(element.node(), element.path(), text.get(), faults);
      } else {
        texts.add(text.orElse(""));
      }
    }
    return texts;
  }

  /** Different texts of a form. */
  List<String> texts(String key, int most, Pattern form, String remedy) {
    List<String> texts = texts(key, most, 100);
    List<Element> elements = list(key, most);
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty() && !form.matcher(texts.get(i)).matches()) {
        faults.at(
            elements.get(i).node(),
            elements.get(i).path(),
            Message.of("definition.bad-id", texts.get(i)),
            Message.of(remedy, 100));
      }
    }
    return texts;
  }

  /** One text, or a list of different ones. */
  List<String> oneOrMore(String key, int most, int longest) {
    return node(key).orElse(node) instanceof SequenceNode
        ? texts(key, most, longest)
        : text(key, longest).map(List::of).orElse(List.of());
  }
}
