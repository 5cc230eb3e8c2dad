package jingtu.server.register;

import java.util.UUID;

/** The id of something that is due for a record on a day. */
public record DeadlineId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
