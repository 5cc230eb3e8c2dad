package jingtu.server.register.record;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import org.locationtech.jts.geom.Geometry;

/**
 * A record that is to be made.
 *
 * @param organisation the one that will keep it; that of an officer who makes it where absent
 */
public record RecordDraft(
    RegionCode region,
    Optional<UUID> organisation,
    Map<String, FieldValue> content,
    Optional<Geometry> geometry) {

  public RecordDraft {
    content = Map.copyOf(content);
  }
}
