package jingtu.server.register.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.scope.RegionCode;
import org.locationtech.jts.geom.Geometry;

/**
 * A record with everything that it holds, also in fields that not every role may know: for code
 * that decides, never to be handed out. {@link RecordView} is what an account sees of it.
 *
 * @param organisation the one that keeps it
 * @param version counts its changes, from 1
 * @param content what its active fields hold, by field id
 */
public record StoredRecord(
    RecordId id,
    RegisterId register,
    RegionCode region,
    Optional<UUID> organisation,
    String state,
    int version,
    Map<String, FieldValue> content,
    Optional<Geometry> geometry,
    String changedBy,
    Instant changedAt,
    Optional<Removal> removal) {

  public StoredRecord {
    content = Map.copyOf(content);
  }

  /** The same record with other content. */
  StoredRecord holding(Map<String, FieldValue> other) {
    return new StoredRecord(
        id,
        register,
        region,
        organisation,
        state,
        version,
        other,
        geometry,
        changedBy,
        changedAt,
        removal);
  }

  /** The same record, removed; or brought back, where there is no removal. */
  StoredRecord removed(Optional<Removal> when) {
    return new StoredRecord(
        id,
        register,
        region,
        organisation,
        state,
        version,
        content,
        geometry,
        changedBy,
        changedAt,
        when);
  }

  /** That a record was removed, and why. It can be brought back. */
  public record Removal(Instant at, String reason) {}
}
