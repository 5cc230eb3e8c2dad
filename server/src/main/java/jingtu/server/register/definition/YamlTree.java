package jingtu.server.register.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A file's text as a tree, each node of which is found by its path. */
final class YamlTree {

  /** How long a definition may be, in characters; one of 200 fields has about 30,000. */
  static final int LONGEST = 256 * 1024;

  /** How deep it may be nested; a definition is six levels deep. */
  private static final int DEEPEST = 12;

  private final Node root;
  private final Map<String, Node> byPath = new HashMap<>();

  private YamlTree(Node root) {
    this.root = root;
    index("", root);
  }

  /** The tree, or nothing where the text is not YAML, with the fault noted. */
  static Optional<YamlTree> read(String yaml, Faults faults) {
    if (yaml.length() > LONGEST) {
      faults.at(
          1,
          1,
          "",
          Message.of("definition.too-large", LONGEST / 1024),
          Message.of("definition.one-register-a-file"));
      return Optional.empty();
    }
    LoadSettings strict = LoadSettings.builder().setCodePointLimit(LONGEST).build();
    try {
      return isSimple(new Parse(strict).parseString(yaml), faults)
          ? composed(yaml, strict, faults)
          : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      notYaml(faults, e.getProblemMark(), Optional.ofNullable(e.getProblem()).orElse("-"));
      return Optional.empty();
    } catch (YamlEngineException e) {
      notYaml(faults, Optional.empty(), Optional.ofNullable(e.getMessage()).orElse("-"));
      return Optional.empty();
    }
  }

  private static Optional<YamlTree> composed(String yaml, LoadSettings strict, Faults faults) {
    Optional<Node> root = new Compose(strict).composeString(yaml);
    if (root.isEmpty()) {
      faults.at(1, 1, "", Message.of("definition.empty"), Message.of("definition.write-yaml"));
    }
    return root.map(YamlTree::new);
  }

  /** Composing recurses, so nesting without end would exhaust the stack; aliases would multiply. */
  private static boolean isSimple(Iterable<Event> events, Faults faults) {
    int depth = 0;
    for (Event event : events) {
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      if (depth > DEEPEST) {
        at(event, faults, "definition.too-deep", "definition.write-yaml");
        return false;
      }
      if (event.getEventId() == Event.ID.Alias) {
        at(event, faults, "definition.alias", "definition.write-it-out");
        return false;
      }
    }
    return true;
  }

  private static void at(Event event, Faults faults, String problem, String remedy) {
    Optional<Mark> mark = event.getStartMark();
    faults.at(
        mark.map(m -> m.getLine() + 1).orElse(1),
        mark.map(m -> m.getColumn() + 1).orElse(1),
        "",
        Message.of(problem),
        Message.of(remedy));
  }

  private static void notYaml(Faults faults, Optional<Mark> mark, String reason) {
    faults.at(
        mark.map(m -> m.getLine() + 1).orElse(1),
        mark.map(m -> m.getColumn() + 1).orElse(1),
        "",
        Message.of("definition.not-yaml", reason),
        Message.of("definition.write-yaml"));
  }

  private void index(String path, Node node) {
    byPath.put(path, node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          index(
              path.isEmpty() ? key.getValue() : path + "." + key.getValue(), tuple.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> elements = sequence.getValue();
      for (int i = 0; i < elements.size(); i++) {
        index(path + "[" + i + "]", elements.get(i));
      }
    }
  }

  Node root() {
    return root;
  }

  /** The node of a path, or of the part of it that is there. */
  Node at(String path) {
    Node node = byPath.get(path);
    if (node != null) {
      return node;
    }
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut <= 0 ? root : at(path.substring(0, cut));
  }

  /** The place of the character of a text that stands so far from its beginning. */
  static int[] placeIn(Node node, int offset) {
    int line = Faults.lineOf(node);
    int column = Faults.columnOf(node);
    if (!(node instanceof ScalarNode scalar)) {
      return new int[] {line, column};
    }
    ScalarStyle style = scalar.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      String text = scalar.getValue();
      String before = text.substring(0, text.offsetByCodePoints(0, offset));
      return new int[] {line + 1 + (int) before.chars().filter(c -> c == '\n').count(), 1};
    }
    return new int[] {line, column + offset + (style == ScalarStyle.PLAIN ? 0 : 1)};
  }
}
