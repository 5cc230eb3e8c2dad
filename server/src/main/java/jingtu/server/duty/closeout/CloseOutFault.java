package jingtu.server.duty.closeout;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Why what was said of an item in one of its fields cannot be taken. */
public record CloseOutFault(CloseOutField field, Message problem) {

  /** What is to be done about any of them. */
  public static final Message REMEDY = Message.of("closeout.put-right");

  /** The same with the field's name as its place. */
  public Finding finding() {
    return new Finding(field.key(), problem, REMEDY);
  }
}
