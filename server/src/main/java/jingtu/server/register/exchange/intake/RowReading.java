package jingtu.server.register.exchange.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import jingtu.sheets.CellAddress;
import org.locationtech.jts.geom.Geometry;

/**
 * What one row says of a record.
 *
 * @param sheet where it stands; empty where there are none
 * @param number of the row there
 * @param known the id of the record that it says it is
 * @param cells where each column stands, by the column's id
 */
public record RowReading(
    String sheet,
    int number,
    Optional<UUID> known,
    RegionCode region,
    Optional<UUID> organisation,
    Map<String, FieldValue> content,
    Optional<Geometry> geometry,
    Map<String, CellAddress> cells,
    List<RowFinding> findings) {

  public RowReading {
    content = Map.copyOf(content);
    cells = Map.copyOf(cells);
    findings = List.copyOf(findings);
  }

  /** Whether it has no fault. */
  public boolean isSound() {
    return findings.stream().noneMatch(RowFinding::isFault);
  }
}
