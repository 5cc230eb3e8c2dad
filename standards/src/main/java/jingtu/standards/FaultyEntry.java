package jingtu.standards;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A fault in one entry of a file. Readers of entries throw it; the reader of the file catches it,
 * goes on with the next entry and refuses the file in the end with all that it found.
 */
final class FaultyEntry extends RuntimeException {

  private final int line;
  private final Message problem;
  private final Message remedy;

  FaultyEntry(int line, Message problem, Message remedy) {
    super(problem.key() + " " + problem.arguments());
    this.line = line;
    this.problem = problem;
    this.remedy = remedy;
  }

  Finding in(String file) {
    return new Finding(file + ":" + line, problem, remedy);
  }
}
