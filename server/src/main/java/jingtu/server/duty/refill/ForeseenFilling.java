package jingtu.server.duty.refill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * What filling a form for a period writes, beside what the last period said.
 *
 * @param notices what concerns the whole of it
 * @param gone what the last period said of duties and organisations that have no row now
 * @param last the filling of an earlier period that it is compared with
 */
public record ForeseenFilling(
    SuperiorForm form,
    FormEdition edition,
    ReportingPeriod period,
    List<Compared> cells,
    List<Finding> faults,
    List<Message> notices,
    List<WrittenValue> gone,
    Optional<Filling> last) {

  public ForeseenFilling {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
    notices = List.copyOf(notices);
    gone = List.copyOf(gone);
  }

  /**
   * A cell.
   *
   * @param before what it said in the last period; absent where it did not exist then
   */
  public record Compared(FilledCell cell, Optional<String> before) {

    public boolean changed() {
      return !before.orElse("").equals(cell.value().text());
    }

    /** What is typed for it is found again under this. */
    public UUID mapped() {
      return cell.mapped();
    }
  }

  int warnings() {
    return notices.size() + cells.stream().mapToInt(each -> each.cell().warnings().size()).sum();
  }
}
