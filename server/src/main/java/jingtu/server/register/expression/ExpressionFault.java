package jingtu.server.register.expression;

import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * An expression that says nothing: what is wrong with it, and where. Definitions are checked when
 * they are read, so to whoever compiles an expression of one it is a broken promise.
 */
public final class ExpressionFault extends RuntimeException {

  private final int offset;
  private final transient Message problem;
  private final transient Message remedy;

  ExpressionFault(int offset, Message problem, Message remedy) {
    super(offset + ": " + Messages.say(problem, Language.EN));
    this.offset = offset;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** The characters (code points) of the source before the fault. */
  public int offset() {
    return offset;
  }

  public Message problem() {
    return problem;
  }

  public Message remedy() {
    return remedy;
  }
}
