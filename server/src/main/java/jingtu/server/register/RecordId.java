package jingtu.server.register;

import java.util.UUID;

/** The id of one record of any register. */
public record RecordId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
