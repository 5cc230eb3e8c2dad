package jingtu.server.document.template;

import java.util.List;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * Something that a template may ask for. Its Chinese name is what people type between the braces,
 * in either language of the screens, because the documents are Chinese.
 *
 * @param messages the message that names it; {@code .meaning} and {@code .example} after it name
 *     the sentence that explains it and what a preview shows. Several examples stand between bars:
 *     the rows of a preview take them in turn
 */
public record TemplateField(String messages, Kind kind) {

  /** What a value of the field is. */
  public enum Kind {
    TEXT,
    NUMBER,
    PICTURE
  }

  private static final String BAR = "\\|";

  /** A field that is filled with words. */
  public static TemplateField text(String messages) {
    return new TemplateField(messages, Kind.TEXT);
  }

  /** A field that is filled with a number, which Excel can add up. */
  public static TemplateField number(String messages) {
    return new TemplateField(messages, Kind.NUMBER);
  }

  /** A field in whose place a picture is put. */
  public static TemplateField picture(String messages) {
    return new TemplateField(messages, Kind.PICTURE);
  }

  /** The last part of its message key; may be typed as well as the name. */
  public String key() {
    return messages.substring(messages.lastIndexOf('.') + 1);
  }

  /** What people type. */
  public String name() {
    return say("", Language.ZH);
  }

  /** What it is filled with, in one sentence. */
  public String meaning(Language language) {
    return say(".meaning", language);
  }

  /** What previews show, at least one. */
  public List<String> examples() {
    return List.of(say(".example", Language.ZH).split(BAR, -1));
  }

  private String say(String part, Language language) {
    return Messages.say(new Message(messages + part, List.of()), language);
  }
}
