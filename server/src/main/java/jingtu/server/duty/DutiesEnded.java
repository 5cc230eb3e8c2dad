package jingtu.server.duty;

import java.util.List;

/** Duties are in no list any more; told in the transaction that ends them. */
public record DutiesEnded(List<DutyId> duties) {

  public DutiesEnded {
    duties = List.copyOf(duties);
  }
}
