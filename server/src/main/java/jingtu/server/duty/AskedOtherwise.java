package jingtu.server.duty;

import java.util.List;

/**
 * Duties are new, or it has changed whether they are reported on: they were woken or put to sleep,
 * another organisation reports, a part was accepted. Told in the transaction that stores it; what
 * has ended is told by {@link DutiesEnded}.
 */
public record AskedOtherwise(List<DutyId> duties) {

  public AskedOtherwise {
    duties = List.copyOf(duties);
  }
}
