package jingtu.planreader.revision;

import java.util.List;
import jingtu.planreader.Span;

/**
 * Where a thing stands in one version.
 *
 * @param index which of the plan's tasks, goals or obligations it is, counted from 0; -1 for others
 * @param path the headings above it as printed, its own included, outermost first
 */
public record Place(int index, List<String> path, Span span) {

  public Place {
    path = List.copyOf(path);
  }
}
