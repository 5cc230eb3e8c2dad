package jingtu.server.duty.refill;

import java.util.List;
import jingtu.vocabulary.Finding;

/**
 * A mapping as far as it can be used.
 *
 * @param faults at their paths in what was handed in
 */
public record CheckedMapping(List<MappedCell> cells, List<Finding> faults) {

  public CheckedMapping {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
  }
}
