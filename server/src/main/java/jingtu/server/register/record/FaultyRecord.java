package jingtu.server.register.record;

import java.util.List;

/** A record that was refused as it was filled in; nothing of it was stored. */
public final class FaultyRecord extends RuntimeException {

  private final transient List<FieldFault> faults;

  public FaultyRecord(List<FieldFault> faults) {
    super("a record with faults: " + faults.stream().map(FieldFault::field).toList());
    this.faults = List.copyOf(faults);
  }

  /** What to put right, field by field. */
  public List<FieldFault> faults() {
    return faults;
  }
}
