package jingtu.server.plan.entry;

import java.util.List;
import java.util.stream.Collectors;

/** The headings above an entry of a plan. */
public final class Headings {

  private Headings() {}

  /** All of them as one line, the outermost first; empty where there are none. */
  public static String onOneLine(List<String> path) {
    return path.stream().map(String::strip).collect(Collectors.joining(" / "));
  }
}
