package jingtu.server.duty;

import java.util.List;

/**
 * Duties are due on other days than before, or are asked again. Told in the transaction that stores
 * it.
 */
public record DaysChanged(List<DutyId> duties) {

  public DaysChanged {
    duties = List.copyOf(duties);
  }
}
