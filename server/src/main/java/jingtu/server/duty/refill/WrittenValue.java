package jingtu.server.duty.refill;

import java.util.UUID;

/** What was written in a filling, by what is mapped. */
public record WrittenValue(UUID mapped, String rowKey, String place, String text) {

  /** Which value of which cell it is. */
  String key() {
    return mapped + "/" + rowKey;
  }
}
