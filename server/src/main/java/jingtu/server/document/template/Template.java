package jingtu.server.document.template;

import java.util.List;
import java.util.Set;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;

/** A template in which every field is known, so that a document can be made from it. */
public final class Template {

  private final TemplateFormat format;
  private final byte[] content;
  private final TemplateKind kind;
  private final Set<String> pictures;

  private Template(TemplateFormat format, byte[] content, TemplateKind kind, Set<String> pictures) {
    this.format = format;
    this.content = content;
    this.kind = kind;
    this.pictures = pictures;
  }

  /** What comes of reading one. */
  public sealed interface Outcome {
    record Sound(Template template) implements Outcome {}

    /** Every fault with its place; nothing can be made. */
    record Faulty(List<Finding> findings) implements Outcome {}
  }

  /**
   * Reads a template and names all its faults at once.
   *
   * @param content the file's bytes, not copied
   * @param language in which places are told
   */
  public static Outcome read(
      TemplateFormat format, byte[] content, TemplateKind kind, Language language) {
    List<Finding> unsafe = TemplateSafety.check(content);
    if (!unsafe.isEmpty()) {
      return new Outcome.Faulty(unsafe);
    }
    TagReport report =
        switch (format) {
          case WORD -> WordTags.of(content, kind, language);
          case EXCEL -> SheetTags.of(content, kind, language);
        };
    return report.findings().isEmpty()
        ? new Outcome.Sound(new Template(format, content, kind, report.pictures()))
        : new Outcome.Faulty(report.findings());
  }

  /** The document with every field filled. */
  public byte[] fill(TemplateValues values) {
    return switch (format) {
      case WORD -> WordFill.fill(content, kind, pictures, values);
      case EXCEL -> SheetFill.fill(content, kind, values);
    };
  }
}
