package jingtu.server.register.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody did to a record once.
 *
 * @param version the version that it left
 * @param step the id of the step of the life cycle, where it was one
 * @param fields what it changed, by field id or {@link RecordView#REGION} and the like
 * @param batch the import that it was part of
 */
public record RecordChange(
    UUID id,
    int version,
    Kind kind,
    Optional<String> step,
    String reason,
    Map<String, Changed> fields,
    Optional<UUID> batch,
    String by,
    Instant at) {

  /** What kind of thing was done. */
  public enum Kind {
    CREATED,
    CHANGED,
    STEPPED,
    RESTORED,
    REMOVED,
    BROUGHT_BACK,
    TAKEN_BACK
  }

  /** What a field held before and after, as {@link ValueJson} writes it; absent for nothing. */
  public record Changed(Optional<Object> before, Optional<Object> after) {}

  public RecordChange {
    fields = Map.copyOf(fields);
  }
}
