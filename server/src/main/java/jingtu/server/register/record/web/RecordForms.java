package jingtu.server.register.record.web;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldFault;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.GeoJson;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.ValueJson;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;

/** What is sent about records, made into what the register understands. */
public final class RecordForms {

  private RecordForms() {}

  /** A record that is to be made; without a region, in the account's own. */
  record DraftForm(
      @Nullable String region,
      @Nullable UUID organisation,
      @NotNull Map<String, @Nullable Object> values,
      @Nullable Map<String, @Nullable Object> geometry) {

    RecordDraft draft(Scope scope, Definition definition) {
      List<FieldFault> faults = new ArrayList<>();
      Values read = RecordForms.values(scope, definition, values, faults);
      refuse(faults);
      return new RecordDraft(
          region == null
              ? scope
                  .region()
                  .orElseThrow(
                      () ->
                          new FaultyRecord(
                              List.of(
                                  new FieldFault(
                                      RecordView.REGION,
                                      Message.of("register-record.unknown-region", "")))))
              : RecordForms.region(region),
          Optional.ofNullable(organisation),
          read.set(),
          Optional.ofNullable(geometry).map(RecordForms::geometry));
    }
  }

  /**
   * Values on the way to being a record, to be told what is wrong with them.
   *
   * @param record the one that is being changed; absent where it is to be a new one
   */
  record CheckForm(@NotNull Map<String, @Nullable Object> values, @Nullable UUID record) {}

  /**
   * A change.
   *
   * @param set a field with nothing is cleared
   * @param clear {@code organisation} where nobody is to keep it any more
   * @param geometry absent: it stays; a {@code type} of {@code None} takes it away
   * @param region absent: it stays there
   * @param organisation absent: whoever keeps it keeps it
   */
  record EditForm(
      int version,
      @Nullable Map<String, @Nullable Object> set,
      @Nullable Set<String> clear,
      @Nullable Map<String, @Nullable Object> geometry,
      @Nullable String region,
      @Nullable UUID organisation,
      @Nullable String reason) {

    RecordEdit edit(Scope scope, Definition definition) {
      return RecordForms.edit(
          scope,
          definition,
          Optional.ofNullable(set).orElseGet(Map::of),
          Optional.ofNullable(clear).orElseGet(Set::of),
          place(geometry),
          Optional.ofNullable(region).map(RecordForms::region),
          Optional.ofNullable(organisation),
          reason == null ? "" : reason.strip());
    }
  }

  /**
   * The same change to many records.
   *
   * @param versions those that were looked at, by id
   * @param clear {@code organisation} where nobody is to keep them any more
   * @param region absent: each stays where it is
   * @param organisation absent: each stays with whoever keeps it
   */
  record BulkForm(
      @NotNull List<UUID> ids,
      @Nullable Map<UUID, Integer> versions,
      @Nullable Map<String, @Nullable Object> set,
      @Nullable Set<String> clear,
      @Nullable String region,
      @Nullable UUID organisation,
      @Nullable String reason) {

    RecordEdit edit(Scope scope, Definition definition) {
      return RecordForms.edit(
          scope,
          definition,
          Optional.ofNullable(set).orElseGet(Map::of),
          Optional.ofNullable(clear).orElseGet(Set::of),
          new RecordEdit.Place.Same(),
          Optional.ofNullable(region).map(RecordForms::region),
          Optional.ofNullable(organisation),
          reason == null ? "" : reason.strip());
    }
  }

  private static RecordEdit edit(
      Scope scope,
      Definition definition,
      Map<String, @Nullable Object> set,
      Set<String> clear,
      RecordEdit.Place place,
      Optional<RegionCode> region,
      Optional<UUID> keeper,
      String reason) {
    List<FieldFault> faults = new ArrayList<>();
    Values read = values(scope, definition, set, faults);
    refuse(faults);
    Set<String> cleared = new HashSet<>(read.clear());
    for (String field : clear) {
      cleared.add(field.equals("organisation") ? RecordView.ORGANISATION : field);
    }
    return new RecordEdit(read.set(), cleared, place, region, keeper, reason);
  }

  private static RecordEdit.Place place(@Nullable Map<String, @Nullable Object> geometry) {
    if (geometry == null) {
      return new RecordEdit.Place.Same();
    }
    return "None".equals(geometry.get("type"))
        ? new RecordEdit.Place.None()
        : new RecordEdit.Place.At(geometry(geometry));
  }

  private static Geometry geometry(Map<String, @Nullable Object> json) {
    return GeoJson.read(json)
        .orElseThrow(
            () -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-record.bad-geometry"));
  }

  private static RegionCode region(String written) {
    if (!RegionCode.isOne(written)) {
      throw new FaultyRecord(
          List.of(
              new FieldFault(
                  RecordView.REGION, Message.of("register-record.unknown-region", written))));
    }
    return new RegionCode(written);
  }

  /** Values as they were sent: those that fields are to hold, and fields that are to hold none. */
  public record Values(Map<String, FieldValue> set, Set<String> clear) {}

  /** Reads values by the types of their fields; what cannot be read becomes a fault. */
  public static Values values(
      Scope scope,
      Definition definition,
      Map<String, @Nullable Object> json,
      List<FieldFault> faults) {
    Map<String, FieldValue> set = new HashMap<>();
    Set<String> clear = new HashSet<>();
    json.forEach(
        (id, sent) -> {
          Optional<Field> field =
              definition
                  .findField(id)
                  .filter(known -> !known.retired() && known.isVisibleTo(scope.role()));
          if (field.isEmpty()) {
            faults.add(new FieldFault(id, Message.of("register-record.no-such-field", id)));
          } else if (isNothing(sent)) {
            clear.add(id);
          } else {
            ValueJson.read(field.get().type(), sent)
                .ifPresentOrElse(
                    value -> set.put(id, value),
                    () ->
                        faults.add(
                            new FieldFault(
                                id,
                                Message.of("register-record.other-kind", field.get().label()))));
          }
        });
    return new Values(set, clear);
  }

  private static boolean isNothing(@Nullable Object sent) {
    return sent == null
        || (sent instanceof String text && text.isBlank())
        || (sent instanceof List<?> list && list.isEmpty());
  }

  private static void refuse(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw new FaultyRecord(faults);
    }
  }
}
