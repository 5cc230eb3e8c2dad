package jingtu.server.duty;

import java.time.LocalDate;
import java.util.List;

/**
 * Duties are in no list any more; told in the transaction that ends them.
 *
 * @param from the first day on which they are not asked: what is reported of periods before it is
 *     still waited for. {@link LocalDate#MIN} where nothing is.
 */
public record DutiesEnded(List<DutyId> duties, LocalDate from) {

  public DutiesEnded {
    duties = List.copyOf(duties);
  }

  /** Duties that are not asked any more at all. */
  public DutiesEnded(List<DutyId> duties) {
    this(duties, LocalDate.MIN);
  }
}
