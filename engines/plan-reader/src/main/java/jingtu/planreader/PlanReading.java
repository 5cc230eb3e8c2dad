package jingtu.planreader;

import java.util.List;

/**
 * What was understood of one file.
 *
 * @param text the document as text; all offsets count its code points
 * @param passages the text cut into headings, paragraphs and table rows, in document order;
 *     together they cover everything but white space
 * @param plans the plans that the file holds, in document order; empty for a text that is no plan
 * @param findings what concerns the file as a whole or text that belongs to no plan
 */
public record PlanReading(
    String text, List<Passage> passages, List<ReadPlan> plans, List<Doubt> findings)
    implements ReadOutcome {

  public PlanReading {
    passages = List.copyOf(passages);
    plans = List.copyOf(plans);
    findings = List.copyOf(findings);
  }

  /** The words of a span, as printed. */
  public String words(Span span) {
    int from = text.offsetByCodePoints(0, span.start());
    return text.substring(from, text.offsetByCodePoints(from, span.end() - span.start()));
  }
}
