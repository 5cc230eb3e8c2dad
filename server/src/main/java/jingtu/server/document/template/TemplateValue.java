package jingtu.server.document.template;

import java.math.BigDecimal;

/** What a field is filled with. */
public sealed interface TemplateValue {

  /** Words, line breaks among them as {@code \n}. */
  record Text(String words) implements TemplateValue {}

  /** A number without a unit. */
  record Figure(BigDecimal figure) implements TemplateValue {}

  /**
   * A picture as a PNG.
   *
   * @param content the bytes, not copied: to be read only
   * @param widthMm how wide it stands on paper; its height follows
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Picture(byte[] content, int widthMm) implements TemplateValue {}

  static TemplateValue of(String words) {
    return new Text(words);
  }

  static TemplateValue of(int number) {
    return new Figure(BigDecimal.valueOf(number));
  }

  /** The value as words; a picture has none. */
  default String inWords() {
    return switch (this) {
      case Text(String words) -> words;
      case Figure(BigDecimal figure) -> figure.toPlainString();
      case Picture picture -> "";
    };
  }
}
