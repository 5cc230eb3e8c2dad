package jingtu.server.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.Draft;

/** A file that waits to be adopted, with the titles of the plans in it. */
record DraftSummary(
    UUID id,
    String fileName,
    List<String> titles,
    String regionCode,
    Instant importedAt,
    String importedBy) {

  static DraftSummary of(Draft draft) {
    return new DraftSummary(
        draft.id().value(),
        draft.fileName(),
        draft.titles(),
        draft.region().digits(),
        draft.importedAt(),
        draft.importedBy());
  }
}
