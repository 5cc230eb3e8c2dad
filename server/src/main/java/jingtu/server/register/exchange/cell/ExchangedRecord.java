package jingtu.server.register.exchange.cell;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import org.locationtech.jts.geom.Geometry;

/**
 * A record as it is written into a row.
 *
 * @param state what its state is called
 * @param geometry in degrees, CGCS2000 (EPSG:4490), longitude first
 */
public record ExchangedRecord(
    UUID id,
    RegionCode region,
    Optional<UUID> organisation,
    String state,
    Map<String, FieldValue> content,
    Optional<Geometry> geometry) {

  public ExchangedRecord {
    content = Map.copyOf(content);
  }
}
