package jingtu.server.register.table;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import org.locationtech.jts.geom.Geometry;

/**
 * The row of a record in the typed table of its register.
 *
 * @param organisation the one that keeps the record
 * @param searchText lower case; what a search looks through
 * @param content by field id; links and evidence lie in tables of their own and are not part of it
 * @param geometry longitude and latitude in EPSG:4490
 */
public record TypedRow(
    RecordId id,
    RegionCode region,
    Optional<UUID> organisation,
    String state,
    boolean removed,
    String searchText,
    Map<String, FieldValue> content,
    Optional<Geometry> geometry) {

  public TypedRow {
    content = Map.copyOf(content);
  }
}
