package jingtu.server.duty;

import java.util.UUID;

/** The id of one duty. */
public record DutyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
