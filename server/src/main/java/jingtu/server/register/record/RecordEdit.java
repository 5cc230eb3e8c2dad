package jingtu.server.register.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import org.locationtech.jts.geom.Geometry;

/**
 * What is to be changed of a record; whatever is not named stays.
 *
 * @param set the new values by field id
 * @param clear the fields that are to hold nothing; {@link RecordView#ORGANISATION} where no
 *     organisation is to keep it
 * @param region the region it is to belong to
 * @param keeper the organisation that is to keep it
 * @param reason why; may be empty
 */
public record RecordEdit(
    Map<String, FieldValue> set,
    Set<String> clear,
    Place place,
    Optional<RegionCode> region,
    Optional<UUID> keeper,
    String reason) {

  /** What becomes of the record's place on the map. */
  public sealed interface Place {
    /** It stays as it is. */
    record Same() implements Place {}

    /** It has none any more. */
    record None() implements Place {}

    record At(Geometry geometry) implements Place {}
  }

  public RecordEdit {
    set = Map.copyOf(set);
    clear = Set.copyOf(clear);
  }

  /** What it names, by field id or {@link RecordView#REGION} and the like. */
  Set<String> named() {
    Set<String> named = new TreeSet<>(set.keySet());
    named.addAll(clear);
    region.ifPresent(to -> named.add(RecordView.REGION));
    keeper.ifPresent(to -> named.add(RecordView.ORGANISATION));
    return named;
  }

  /** Sets these values and changes nothing else. */
  public static RecordEdit of(Map<String, FieldValue> set) {
    return of(set, Set.of(), "");
  }

  /** Sets and clears fields, and leaves region, keeper and place. */
  public static RecordEdit of(Map<String, FieldValue> set, Set<String> clear, String reason) {
    return new RecordEdit(set, clear, new Place.Same(), Optional.empty(), Optional.empty(), reason);
  }
}
