package jingtu.server.register.exchange.job;

import java.util.List;
import jingtu.server.register.RecordId;
import jingtu.server.register.exchange.intake.RowFinding;
import jingtu.server.register.exchange.intake.RowReading;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;

/**
 * A row of a file held against the register.
 *
 * @param findings all that was found in it
 */
record JudgedRow(RowReading reading, Fate fate, List<RowFinding> findings) {

  JudgedRow {
    findings = List.copyOf(findings);
  }

  /** What may become of it. */
  sealed interface Fate {
    /** It is not taken. */
    record Faulty() implements Fate {}

    /** It becomes a record. */
    record New(RecordDraft draft) implements Fate {}

    /** Its record is there and says something else. */
    record Met(RecordId record, RecordEdit edit, List<Twin.Difference> differences)
        implements Fate {}

    /** Its record is there and says the same. */
    record Same(RecordId record) implements Fate {}
  }
}
