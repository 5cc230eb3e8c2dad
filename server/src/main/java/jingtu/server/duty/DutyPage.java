package jingtu.server.duty;

import java.util.List;
import java.util.Optional;

/**
 * Some duties of a list, in the order of their plan.
 *
 * @param total how many there are in all
 * @param next the duty after which the next page begins; absent on the last page
 */
public record DutyPage(List<Duty> duties, long total, Optional<DutyId> next) {

  public DutyPage {
    duties = List.copyOf(duties);
  }
}
