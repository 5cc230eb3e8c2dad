package jingtu.server.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;

/**
 * A draft as it is read now, for its review.
 *
 * @param entries {@code entries[i]} is what the register would say of {@code reading.plans()[i]}
 * @param accepted what was found to be right so far
 */
public record DraftReading(
    Draft draft, PlanReading reading, List<RegisterEntry> entries, Set<ReviewItem> accepted) {

  public DraftReading {
    entries = List.copyOf(entries);
    accepted = Set.copyOf(accepted);
  }

  /** The passages of the file without those that lie in another of its plans. */
  public List<Passage> passages(int plan) {
    List<Span> others = new ArrayList<>(reading.plans().stream().map(ReadPlan::span).toList());
    others.remove(plan);
    return reading.passages().stream()
        .filter(passage -> others.stream().noneMatch(other -> holds(other, passage.span())))
        .toList();
  }

  /**
   * Stands for everything that was read, so that what is adopted is what was reviewed, even where
   * the program was renewed in between.
   */
  public String fingerprint() {
    return fingerprint(reading);
  }

  static String fingerprint(PlanReading reading) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(reading.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean holds(Span outer, Span span) {
    return outer.start() <= span.start() && outer.end() >= span.end();
  }
}
