package jingtu.server.register;

import java.util.Set;

/**
 * Records of a register were made, changed, stepped to another state, removed or brought back. Told
 * in the transaction that did it, once for all records that it touched.
 */
public record RecordsChanged(RegisterId register, Set<RecordId> records) {

  public RecordsChanged {
    records = Set.copyOf(records);
  }
}
