package jingtu.planreader;

/** A text in which code points are found at once, however long it is. */
public final class CodePoints {

  private final String text;

  /** Where every code point begins; empty where each takes one character. */
  private final int[] starts;

  private CodePoints(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static CodePoints of(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new CodePoints(text, new int[0]);
    }
    int[] starts = new int[count + 1];
    int at = 0;
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    starts[count] = at;
    return new CodePoints(text, starts);
  }

  /** The words of a span, as printed. */
  public String words(Span span) {
    return starts.length == 0
        ? text.substring(span.start(), span.end())
        : text.substring(starts[span.start()], starts[span.end()]);
  }
}
