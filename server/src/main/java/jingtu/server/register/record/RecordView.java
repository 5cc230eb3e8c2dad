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
 * A record as an account sees it: without the fields that its role may not know.
 *
 * @param labels what to show for values that are codes or ids, by field id; {@value #REGION},
 *     {@value #ORGANISATION} and {@value #STATE} for the record's own
 * @param mayEdit whether the account may change and remove it
 */
public record RecordView(
    RecordId id,
    RegisterId register,
    RegionCode region,
    Optional<UUID> organisation,
    String state,
    int version,
    Map<String, FieldValue> content,
    Map<String, String> labels,
    Optional<Geometry> geometry,
    String changedBy,
    Instant changedAt,
    Optional<StoredRecord.Removal> removal,
    boolean mayEdit) {

  public static final String REGION = "$region";
  public static final String ORGANISATION = "$organisation";
  public static final String STATE = "$state";
  public static final String GEOMETRY = "$geometry";

  /** What lists can be narrowed by: the import that made or changed the record. */
  public static final String BATCH = "$batch";

  public RecordView {
    content = Map.copyOf(content);
    labels = Map.copyOf(labels);
  }
}
