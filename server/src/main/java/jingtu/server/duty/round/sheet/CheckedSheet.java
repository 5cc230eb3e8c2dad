package jingtu.server.duty.round.sheet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Finding;

/**
 * What a table that came back says.
 *
 * @param organisation whose table it is; absent where that cannot be told
 * @param taken reports that can be taken
 * @param same how many rows say what is there already
 * @param empty how many rows say nothing
 * @param refusal why nothing of it is taken; absent where rows are
 * @param findings what is wrong in its cells; the rows are left as they are
 * @param notices what was understood though the table differs from the one that was sent
 */
public record CheckedSheet(
    Optional<UUID> organisation,
    List<Taken> taken,
    int same,
    int empty,
    Optional<Finding> refusal,
    List<CellFinding> findings,
    List<Finding> notices) {

  public CheckedSheet {
    taken = List.copyOf(taken);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /**
   * A row that can be taken for a line in the version that it has now.
   *
   * @param stamped the version that the table has of the line; absent where the row has no stamp
   */
  public record Taken(ReportLine line, Progress progress, Optional<Integer> stamped) {}

  static CheckedSheet refused(Optional<UUID> organisation, Finding why) {
    return new CheckedSheet(organisation, List.of(), 0, 0, Optional.of(why), List.of(), List.of());
  }
}
