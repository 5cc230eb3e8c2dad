package jingtu.server.register.record.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jingtu.server.register.record.GeoJson;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.ValueJson;
import org.jspecify.annotations.Nullable;

/**
 * A record as it travels.
 *
 * @param values by field id; a field that holds nothing is not there
 * @param labels what to show for values that are codes or ids, by field id; {@code region}, {@code
 *     organisation} and {@code state} for the record's own
 * @param geometry GeoJSON, longitude before latitude, EPSG:4490
 */
public record RecordJson(
    UUID id,
    String register,
    String region,
    @Nullable UUID organisation,
    String state,
    int version,
    Map<String, Object> values,
    Map<String, String> labels,
    @Nullable Map<String, Object> geometry,
    Instant changedAt,
    String changedBy,
    @Nullable RemovedJson removed,
    MayJson may) {

  /** That it was removed, and why. */
  public record RemovedJson(Instant at, String reason) {}

  /**
   * What the account may do with it.
   *
   * @param edit never one that was removed
   * @param remove take it away or, where that was done, bring it back
   */
  public record MayJson(boolean edit, boolean remove) {}

  /** A record with everything that the account may know of it. */
  public static RecordJson of(RecordView view) {
    return of(view, Optional.empty());
  }

  /**
   * A record with some of its fields.
   *
   * @param columns their ids, {@code geometry} for the place on the map; absent for all
   */
  public static RecordJson of(RecordView view, Optional<Set<String>> columns) {
    Map<String, Object> values = new TreeMap<>();
    view.content()
        .forEach(
            (field, value) -> {
              if (columns.map(some -> some.contains(field)).orElse(true)) {
                values.put(field, ValueJson.write(value));
              }
            });
    Map<String, String> labels = new TreeMap<>();
    view.labels()
        .forEach(
            (field, label) -> {
              if (field.startsWith("$") || values.containsKey(field)) {
                labels.put(name(field), label);
              }
            });
    boolean placed = columns.map(some -> some.contains("geometry")).orElse(true);
    boolean editable = view.mayEdit() && view.removal().isEmpty();
    return new RecordJson(
        view.id().value(),
        view.register().value(),
        view.region().digits(),
        view.organisation().orElse(null),
        view.state(),
        view.version(),
        values,
        labels,
        placed ? view.geometry().map(GeoJson::write).orElse(null) : null,
        view.changedAt(),
        view.changedBy(),
        view.removal().map(r -> new RemovedJson(r.at(), r.reason())).orElse(null),
        new MayJson(editable, view.mayEdit()));
  }

  /**
   * A field as it is called on the way; what every record has goes by a plain name there, which no
   * field can be called.
   */
  static String field(String name) {
    return switch (name) {
      case "region" -> RecordView.REGION;
      case "organisation" -> RecordView.ORGANISATION;
      case "geometry" -> RecordView.GEOMETRY;
      default -> name;
    };
  }

  /** What a field is called on the way: what every record has needs no sign before it there. */
  public static String name(String field) {
    return field.startsWith("$") ? field.substring(1) : field;
  }
}
