package jingtu.server.register.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.nodes.Node;

/** The faults of one file, gathered while it is read. */
final class Faults {

  private final String file;
  private final List<DefinitionFault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void at(Node node, String path, Message problem, Message remedy) {
    at(lineOf(node), columnOf(node), path, problem, remedy);
  }

  void at(int line, int column, String path, Message problem, Message remedy) {
    found.add(new DefinitionFault(file, line, column, path, problem, remedy));
  }

  int count() {
    return found.size();
  }

  /** Whether anything at the path or below it is at fault. */
  boolean within(String path) {
    return found.stream().map(DefinitionFault::path).anyMatch(at -> isWithin(at, path));
  }

  /** Whether the path itself is at fault. */
  boolean at(String path) {
    return found.stream().anyMatch(fault -> fault.path().equals(path));
  }

  private static boolean isWithin(String at, String path) {
    return at.startsWith(path)
        && (at.length() == path.length() || ".[".indexOf(at.charAt(path.length())) >= 0);
  }

  /** In the order of the file. */
  List<DefinitionFault> list() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(DefinitionFault::line)
                .thenComparingInt(DefinitionFault::column))
        .toList();
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  static int columnOf(Node node) {
    return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
  }
}
