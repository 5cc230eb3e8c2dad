package jingtu.server.document.template;

import java.util.List;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * Records that a template may show as the rows of a table.
 *
 * @param messages the message that names them: what people type before the dot
 */
public record TemplateRows(String messages, List<TemplateField> fields) {

  public TemplateRows {
    fields = List.copyOf(fields);
  }

  /** The last part of its message key; may be typed as well as the name. */
  public String key() {
    return messages.substring(messages.lastIndexOf('.') + 1);
  }

  /** What people type before the dot. */
  public String name() {
    return Messages.say(new Message(messages, List.of()), Language.ZH);
  }
}
