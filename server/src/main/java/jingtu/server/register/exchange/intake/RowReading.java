package jingtu.server.register.exchange.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param region whose record it would be; the import's where the row says none
 * @param organisation who would keep it; the import's where the row says none
 * @param cells where each column stands, by the column's id
 * @param said the columns whose cells say something, by their ids
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
    Set<String> said,
    List<RowFinding> findings) {

  public RowReading {
    content = Map.copyOf(content);
    cells = Map.copyOf(cells);
    said = Set.copyOf(said);
    findings = List.copyOf(findings);
  }

  /** Whether it has no fault. */
  public boolean isSound() {
    return findings.stream().noneMatch(RowFinding::isFault);
  }
}
