package jingtu.server.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.Draft;
import jingtu.server.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits to be adopted, with the titles of the plans in it; {@code revisesId} is the
 * plan of which it is a newer version.
 */
record DraftSummary(
    UUID id,
    String fileName,
    List<String> titles,
    @Nullable UUID revisesId,
    String regionCode,
    Instant importedAt,
    String importedBy) {

  static DraftSummary of(Draft draft) {
    return new DraftSummary(
        draft.id().value(),
        draft.fileName(),
        draft.titles(),
        draft.revises().map(PlanId::value).orElse(null),
        draft.region().digits(),
        draft.importedAt(),
        draft.importedBy());
  }
}
