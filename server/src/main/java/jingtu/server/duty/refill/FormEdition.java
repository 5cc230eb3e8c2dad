package jingtu.server.duty.refill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.document.DocumentId;

/**
 * A form as it came in.
 *
 * @param ordinal from 1; the latest is the one that is filled
 * @param mapping what fills its cells
 */
public record FormEdition(
    UUID id,
    FormId form,
    int ordinal,
    String fileName,
    DocumentId document,
    List<MappedCell> mapping,
    String changedBy,
    Instant changedAt) {

  public FormEdition {
    mapping = List.copyOf(mapping);
  }
}
