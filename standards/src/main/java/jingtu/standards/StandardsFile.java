package jingtu.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What came of reading one file: an edition, background values, or the reasons for refusing it. */
sealed interface StandardsFile {

  /** How deep a file may be nested; files of standards are about a dozen levels deep. */
  int DEEPEST = 20;

  record OfEdition(Edition edition) implements StandardsFile {}

  record OfBackground(Background background) implements StandardsFile {}

  /** The file is faulty, so nothing of it is used. */
  record Refused(List<Finding> findings) implements StandardsFile {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** Reads a file in the form that {@code standards/README.md} describes. */
  static StandardsFile read(String file, String yaml) {
    List<FaultyEntry> faults = new ArrayList<>();
    try {
      StandardsFile read = read(file, compose(yaml), faults);
      if (faults.isEmpty()) {
        return read;
      }
    } catch (FaultyEntry fault) {
      faults.add(fault);
    }
    return new Refused(faults.stream().map(fault -> fault.in(file)).distinct().toList());
  }

  private static StandardsFile read(String file, Node root, List<FaultyEntry> faults) {
    return isBackground(root)
        ? new OfBackground(BackgroundReader.read(file, root, faults))
        : new OfEdition(EditionReader.read(file, root, faults));
  }

  private static boolean isBackground(Node root) {
    return root instanceof MappingNode mapping
        && mapping.getValue().stream()
            .anyMatch(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("background"));
  }

  private static Node compose(String yaml) {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    try {
      refuseDeepNesting(new Parse(strict).parseString(yaml));
      return new Compose(strict).composeString(yaml).orElseThrow(() -> notYaml(1, "-"));
    } catch (MarkedYamlEngineException e) {
      throw notYaml(
          e.getProblemMark().map(Mark::getLine).map(line -> line + 1).orElse(1),
          Optional.ofNullable(e.getProblem()).orElse("-"));
    } catch (YamlEngineException e) {
      throw notYaml(1, Optional.ofNullable(e.getMessage()).orElse("-"));
    }
  }

  /** Composing recurses, so a file that is nested without end would exhaust the stack. */
  private static void refuseDeepNesting(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      if (depth > DEEPEST) {
        throw notYaml(
            event.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(1), "[[[…");
      }
    }
  }

  private static FaultyEntry notYaml(int line, String reason) {
    return new FaultyEntry(
        line, Message.of("standards.not-yaml", reason), Message.of("standards.write-yaml"));
  }
}
