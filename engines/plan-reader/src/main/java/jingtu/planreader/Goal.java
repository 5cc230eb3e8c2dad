package jingtu.planreader;

import java.util.List;
import java.util.Optional;

/**
 * A target or aim by horizon that stands outside any responsibility clause.
 *
 * @param path the headings above it as printed, outermost first
 * @param scope the area or group it speaks of, as printed
 */
public record Goal(
    Span span,
    List<String> path,
    Optional<String> scope,
    List<Deadline> deadlines,
    List<Target> targets) {

  public Goal {
    path = List.copyOf(path);
    deadlines = List.copyOf(deadlines);
    targets = List.copyOf(targets);
  }
}
