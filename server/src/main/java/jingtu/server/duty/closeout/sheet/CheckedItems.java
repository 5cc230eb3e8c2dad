package jingtu.server.duty.closeout.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.duty.closeout.KeepItems;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Finding;

/**
 * What a table of items says.
 *
 * @param items those of its sound rows, numbered; taken only where nothing is wrong anywhere
 * @param findings what is wrong in its cells
 * @param refusal why it is no table of items; absent where it is one
 * @param notices what somebody should look at, though nothing is wrong with it
 */
public record CheckedItems(
    List<KeepItems.Fresh> items,
    List<CellFinding> findings,
    Optional<Finding> refusal,
    List<Finding> notices) {

  public CheckedItems {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** Whether all of it can be taken, and there is anything to take. */
  public boolean isSound() {
    return refusal.isEmpty() && findings.isEmpty() && !items.isEmpty();
  }

  CheckedItems noting(Finding notice) {
    return new CheckedItems(
        items, findings, refusal, Stream.concat(Stream.of(notice), notices.stream()).toList());
  }

  static CheckedItems refused(Finding why) {
    return new CheckedItems(List.of(), List.of(), Optional.of(why), List.of());
  }
}
