package jingtu.planreader.format;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** A file or a part of it cannot be turned into text. Never leaves this package. */
final class Unreadable extends Exception {

  private final String problem;
  private final Object[] arguments;

  private Unreadable(String problem, Object... arguments) {
    super(problem);
    this.problem = problem;
    this.arguments = arguments;
  }

  /** A refusal whose sentences are {@code document-format.<problem>} and {@code …-remedy}. */
  static Unreadable because(String problem, Object... arguments) {
    return new Unreadable(problem, arguments);
  }

  /** The refusal as it is shown to a person. */
  Finding finding(String place) {
    return finding(place, problem, arguments);
  }

  static Finding finding(String place, String problem, Object... arguments) {
    String key = "document-format." + problem;
    return new Finding(place, Message.of(key, arguments), Message.of(key + "-remedy", arguments));
  }
}
