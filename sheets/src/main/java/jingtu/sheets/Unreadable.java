package jingtu.sheets;

import java.nio.file.Path;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A file, or the rest of it, cannot be read. Never leaves this module: whoever asked gets the
 * finding.
 */
public final class Unreadable extends Exception {

  private final Message problem;
  private final Message remedy;

  private Unreadable(Message problem, Message remedy) {
    super(problem.toString());
    this.problem = problem;
    this.remedy = remedy;
  }

  /** A refusal whose sentences are {@code sheets.<problem>} and {@code sheets.<problem>-remedy}. */
  public static Unreadable because(String problem, Object... arguments) {
    String key = "sheets." + problem;
    return new Unreadable(Message.of(key, arguments), Message.of(key + "-remedy", arguments));
  }

  /** The refusal as it is shown to a person: the file is known by its name. */
  public Finding finding(Path file) {
    return finding(String.valueOf(file.getFileName()));
  }

  public Finding finding(String place) {
    return new Finding(place, problem, remedy);
  }

  /** A finding about one cell with the sentences {@code sheets.<problem>} and {@code …-remedy}. */
  public static CellFinding inCell(CellAddress at, String problem, Object... arguments) {
    Unreadable fault = because(problem, arguments);
    return new CellFinding(at, fault.problem, fault.remedy);
  }
}
