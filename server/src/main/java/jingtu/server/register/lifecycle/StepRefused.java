package jingtu.server.register.lifecycle;

import java.util.List;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** A step that was not taken; nothing was stored. */
public final class StepRefused extends RuntimeException {

  /** Why a step was not taken. */
  public enum Why {
    /** There is no such record, or none that the account sees. */
    UNKNOWN_RECORD,
    /** The register has no such step. */
    UNKNOWN_STEP,
    /** The step does not start from the state in which the record is. */
    NOT_FROM_HERE,
    /** Somebody else takes it. */
    NOT_YOURS,
    /** Something is missing, or what was handed in does not fit. */
    LACKING
  }

  private final Why why;
  private final transient List<Message> reasons;

  StepRefused(Why why, List<Message> reasons) {
    super(why + ": " + reasons.stream().map(m -> Messages.say(m, Language.EN)).toList());
    this.why = why;
    this.reasons = List.copyOf(reasons);
  }

  StepRefused(Why why, Message reason) {
    this(why, List.of(reason));
  }

  public Why why() {
    return why;
  }

  /** At least one sentence. */
  public List<Message> reasons() {
    return reasons;
  }
}
