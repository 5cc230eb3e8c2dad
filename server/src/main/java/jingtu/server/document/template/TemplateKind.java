package jingtu.server.document.template;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * A document that is made from templates: what may be asked for in them, and the templates that
 * come with the product. A module declares each of its own as a bean.
 *
 * @param key stable word for addresses and tables, at most 40 characters
 * @param messages the message that names it; {@code .meaning} after it says what it is for
 * @param shipped for each format in which the document is made, what makes the product's template
 */
public record TemplateKind(
    String key,
    String messages,
    List<TemplateField> fields,
    List<TemplateRows> rows,
    Map<TemplateFormat, Supplier<byte[]>> shipped) {

  public TemplateKind {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
    shipped = Map.copyOf(shipped);
  }

  /** What people call the document. */
  public String name(Language language) {
    return Messages.say(new Message(messages, List.of()), language);
  }

  /** What the document is for, in one sentence. */
  public String meaning(Language language) {
    return Messages.say(new Message(messages + ".meaning", List.of()), language);
  }

  /** The product's own template. */
  public byte[] shippedTemplate(TemplateFormat format) {
    Supplier<byte[]> maker = shipped.get(format);
    if (maker == null) {
      throw new IllegalArgumentException(key + " has no template as " + format);
    }
    return maker.get();
  }
}
