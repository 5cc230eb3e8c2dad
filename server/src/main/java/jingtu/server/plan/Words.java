package jingtu.server.plan;

import jingtu.planreader.Span;

/** A text of which many spans are asked for: each costs only its own length. */
public final class Words {

  private final int[] codePoints;

  public Words(String text) {
    codePoints = text.codePoints().toArray();
  }

  /** The words of a span, as printed. */
  public String of(Span span) {
    return new String(codePoints, span.start(), span.end() - span.start());
  }
}
