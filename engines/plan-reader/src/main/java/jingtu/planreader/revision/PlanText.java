package jingtu.planreader.revision;

import java.util.List;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;

/**
 * One version of a plan with the text that it stands in.
 *
 * @param text the whole document; all offsets count its code points
 * @param passages the passages of the document, in its order; those outside the plan are ignored
 */
public record PlanText(String text, List<Passage> passages, ReadPlan plan) {

  public PlanText {
    passages = List.copyOf(passages);
  }

  /** The {@code index}-th plan of a file. */
  public static PlanText of(PlanReading reading, int index) {
    return new PlanText(reading.text(), reading.passages(), reading.plans().get(index));
  }
}
