package jingtu.server.register.record;

import java.time.Instant;
import java.util.List;
import jingtu.server.register.RecordId;

/**
 * A change of a record that somebody else has changed since it was looked at. Nothing was stored:
 * whoever wanted the change sees what is different now, and decides.
 */
public final class RecordConflict extends RuntimeException {

  private final int version;
  private final transient List<Since> since;

  /**
   * A field that is different from what was looked at.
   *
   * @param before as it was looked at, in words; empty where there was none
   * @param after as it is now, in words; empty where there is none
   * @param by the last who changed it
   */
  public record Since(
      String field, String label, String before, String after, String by, Instant at) {}

  RecordConflict(RecordId record, int version, List<Since> since) {
    super("record " + record + " is at version " + version + " by now");
    this.version = version;
    this.since = List.copyOf(since);
  }

  /** The version as it is now. */
  public int version() {
    return version;
  }

  /** What is different, of what the account may know. */
  public List<Since> since() {
    return since;
  }
}
