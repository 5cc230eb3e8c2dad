package jingtu.planreader;

/**
 * A stretch of a document's text.
 *
 * @param start first code point, counted from 0
 * @param end one past the last code point
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span runs from " + start + " to " + end);
    }
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
