package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Language;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads the changes of a record backwards: what it held before each. */
final class History {

  private History() {}

  /** A change without the fields that somebody may not know. */
  static RecordChange known(RecordChange change, Predicate<String> known) {
    return new RecordChange(
        change.id(),
        change.version(),
        change.kind(),
        change.step(),
        change.reason(),
        change.fields().entrySet().stream()
            .filter(field -> known.test(field.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        change.batch(),
        change.by(),
        change.at());
  }

  /** Words for the values of a history that do not speak for themselves, by field and value. */
  static Map<String, String> said(Clerk clerk, List<RecordChange> history, Language language) {
    Wording words = Wording.ofChanges(clerk, history, language);
    Map<String, String> said = new HashMap<>();
    for (RecordChange change : history) {
      change
          .fields()
          .forEach(
              (field, changed) -> {
                for (Optional<Object> value : List.of(changed.before(), changed.after())) {
                  value.ifPresent(json -> said.put(field + " " + json, words.say(field, value)));
                }
              });
    }
    return said;
  }

  /** The edit that gives fields what they had before a change. */
  static RecordEdit before(Clerk clerk, RecordChange change, Set<String> fields) {
    Map<String, Optional<Object>> values = new HashMap<>();
    change
        .fields()
        .forEach(
            (field, changed) -> {
              if (fields.contains(field)) {
                values.put(field, changed.before());
              }
            });
    return edit(clerk, values);
  }

  /** The edit that gives the whole record the content that a change left. */
  static RecordEdit whole(Clerk clerk, List<RecordChange> latestFirst, RecordChange change) {
    Map<String, Optional<Object>> values = new HashMap<>();
    for (RecordChange later : latestFirst) {
      if (later.version() > change.version()) {
        later.fields().forEach((field, changed) -> values.put(field, changed.before()));
      }
    }
    values.keySet().removeAll(Set.of(RecordView.REGION, RecordView.ORGANISATION));
    return edit(clerk, values);
  }

  /**
   * A record as it was before changes of it, the earliest first, region and keeper too; only its
   * state stays.
   */
  static StoredRecord undone(Clerk clerk, StoredRecord record, List<RecordChange> changes) {
    Map<String, Optional<Object>> was = new HashMap<>();
    for (RecordChange change : changes) {
      change.fields().forEach((field, changed) -> was.putIfAbsent(field, changed.before()));
    }
    return clerk.edited(record, edit(clerk, was), record.state(), new ArrayList<>());
  }

  /**
   * Of fields that are still filled in by hand, and that the account may know; of region, keeper
   * and place.
   */
  private static RecordEdit edit(Clerk clerk, Map<String, Optional<Object>> values) {
    Map<String, FieldValue> set = new HashMap<>();
    Set<String> clear = new HashSet<>();
    RecordEdit.Place place = new RecordEdit.Place.Same();
    if (Optional.empty().equals(values.get(RecordView.ORGANISATION))) {
      clear.add(RecordView.ORGANISATION);
    }
    for (Map.Entry<String, Optional<Object>> value : values.entrySet()) {
      if (value.getKey().equals(RecordView.GEOMETRY)) {
        place =
            value
                .getValue()
                .<RecordEdit.Place>map(wkt -> new RecordEdit.Place.At(geometry(wkt.toString())))
                .orElseGet(RecordEdit.Place.None::new);
      } else if (clerk.reach().sees(clerk.definition(), value.getKey())) {
        Field field = clerk.definition().findField(value.getKey()).orElseThrow();
        if (!(field.type() instanceof FieldType.Computed)) {
          Optional<FieldValue> read =
              value.getValue().flatMap(json -> ValueJson.read(field.type(), json));
          read.ifPresentOrElse(known -> set.put(field.id(), known), () -> clear.add(field.id()));
        }
      }
    }
    return new RecordEdit(
        set,
        clear,
        place,
        values
            .getOrDefault(RecordView.REGION, Optional.empty())
            .map(code -> new RegionCode(code.toString())),
        values
            .getOrDefault(RecordView.ORGANISATION, Optional.empty())
            .map(id -> UUID.fromString(id.toString())),
        "");
  }

  private static Geometry geometry(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      geometry.setSRID(4490);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalStateException("the history holds a geometry that cannot be read", e);
    }
  }
}
