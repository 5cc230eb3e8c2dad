package jingtu.planreader.revision;

import java.util.List;

/**
 * A number that shifted because something was put in or taken out before it, while nothing else
 * changed.
 *
 * @param path the headings above it in the newer version, as printed
 * @param before its heading or first words with the older number
 * @param after the same with the newer one
 */
public record Renumbered(List<String> path, String before, String after) {

  public Renumbered {
    path = List.copyOf(path);
  }
}
