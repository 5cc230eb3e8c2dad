package jingtu.planreader.revision;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.planreader.Task;
import jingtu.planreader.grammar.Framing;

/** The cells beside a task in its row of a table that say what no field of the task says. */
final class RowCells {

  private static final Pattern NUMBER = Pattern.compile("[0-9.]*");

  private RowCells() {}

  static List<Sentence> of(Task task, List<Sentence> cells) {
    return cells.stream().filter(cell -> saysMore(task, cell.key())).toList();
  }

  private static boolean saysMore(Task task, String cell) {
    String heading = task.path().isEmpty() ? "" : Folded.of(task.path().getLast());
    if (NUMBER.matcher(cell).matches() || cell.equals(heading)) {
      return false;
    }
    List<String> parties =
        Stream.of(task.lead(), task.responsible(), task.participants(), task.implementers())
            .flatMap(List::stream)
            .map(Folded::of)
            .sorted((one, other) -> other.length() - one.length())
            .toList();
    String rest = cell;
    for (String party : parties) {
      rest = rest.replace(party, "");
    }
    boolean names = rest.length() < cell.length();
    return !names || !Framing.AROUND_NAMES.matcher(rest).replaceAll("").isEmpty();
  }
}
