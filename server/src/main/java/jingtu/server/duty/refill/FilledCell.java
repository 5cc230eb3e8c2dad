package jingtu.server.duty.refill;

import java.util.List;
import java.util.UUID;
import jingtu.vocabulary.Message;

/**
 * A cell that is written.
 *
 * @param mapped what fills it
 * @param rowKey the duty or the organisation, where a column has one row for each; else empty
 * @param label what the cell is called in the form
 */
public record FilledCell(
    UUID mapped,
    String rowKey,
    Place place,
    String label,
    CellValue value,
    List<Message> warnings) {

  public FilledCell {
    warnings = List.copyOf(warnings);
  }
}
