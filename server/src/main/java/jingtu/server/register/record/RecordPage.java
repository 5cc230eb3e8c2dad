package jingtu.server.register.record;

import java.util.List;
import java.util.Optional;
import jingtu.server.register.RecordId;

/**
 * Some of the records asked for, in order.
 *
 * @param next the record after which the next page begins; absent where there is none
 */
public record RecordPage(List<RecordView> records, Optional<RecordId> next) {
  public RecordPage {
    records = List.copyOf(records);
  }
}
