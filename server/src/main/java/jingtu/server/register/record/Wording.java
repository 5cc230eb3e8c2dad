package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * What values say to one reader: codes, regions and organisations by their names, linked records by
 * their titles, files by theirs. Of a record or a file that the reader does not see it is told that
 * there is one. Made for values that are known beforehand, so that all are looked up together.
 */
final class Wording {

  private final Clerk clerk;
  private final Map<RecordId, String> titles;
  private final Map<UUID, String> files;
  private final Language language;

  /** A value and the field that holds it. */
  private record Held(Field field, FieldValue value) {}

  private Wording(
      Clerk clerk, Map<RecordId, String> titles, Map<UUID, String> files, Language language) {
    this.clerk = clerk;
    this.titles = titles;
    this.files = files;
    this.language = language;
  }

  private static Wording of(Clerk clerk, Collection<Held> values, Language language) {
    Map<RegisterId, List<RecordId>> linked = new HashMap<>();
    List<UUID> files = new ArrayList<>();
    for (Held held : values) {
      if (held.value() instanceof FieldValue.Ids(List<UUID> ids)) {
        switch (held.field().type()) {
          case FieldType.Link(RegisterId to, boolean many) ->
              ids.forEach(
                  id -> linked.computeIfAbsent(to, t -> new ArrayList<>()).add(new RecordId(id)));
          case FieldType.Evidence evidence -> files.addAll(ids);
          default -> {}
        }
      }
    }
    return new Wording(clerk, clerk.titles(linked), clerk.files(files), language);
  }

  /** For what a record holds. */
  static Wording ofContent(Clerk clerk, Map<String, FieldValue> content, Language language) {
    return of(
        clerk,
        clerk.definition().fields().stream()
            .filter(field -> content.containsKey(field.id()))
            .map(field -> new Held(field, Objects.requireNonNull(content.get(field.id()))))
            .toList(),
        language);
  }

  /** For what changes did; of a field that there is no longer nothing is looked up. */
  static Wording ofChanges(Clerk clerk, Collection<RecordChange> changes, Language language) {
    return of(
        clerk,
        changes.stream()
            .flatMap(change -> change.fields().entrySet().stream())
            .flatMap(
                field ->
                    Stream.of(field.getValue().before(), field.getValue().after())
                        .flatMap(Optional::stream)
                        .flatMap(json -> held(clerk, field.getKey(), json).stream()))
            .toList(),
        language);
  }

  private static Optional<Held> held(Clerk clerk, String field, Object json) {
    return clerk
        .definition()
        .findField(field)
        .flatMap(known -> ValueJson.read(known.type(), json).map(value -> new Held(known, value)));
  }

  /** A value in words. */
  String say(Field field, FieldValue value) {
    return switch (value) {
      case FieldValue.Ids(List<UUID> ids) when field.type() instanceof FieldType.Link ->
          said(ids.stream().map(id -> Optional.ofNullable(titles.get(new RecordId(id)))), "record");
      case FieldValue.Ids(List<UUID> ids) when field.type() instanceof FieldType.Evidence ->
          said(ids.stream().map(id -> Optional.ofNullable(files.get(id))), "file");
      default -> clerk.names().say(field, value);
    };
  }

  private String said(Stream<Optional<String>> names, String kind) {
    Message unseen = Message.of("register-record.unseen." + kind);
    return names
        .map(name -> name.orElseGet(() -> Messages.say(unseen, language)))
        .collect(Collectors.joining(", "));
  }

  /** A value of the history in words; of a place only that there was one. */
  String say(String field, Optional<Object> json) {
    if (json.isEmpty() || field.equals(RecordView.GEOMETRY)) {
      return "";
    }
    String text = json.get().toString();
    return switch (field) {
      case RecordView.REGION -> clerk.names().regions().getOrDefault(new RegionCode(text), text);
      case RecordView.ORGANISATION ->
          clerk.names().organisations().getOrDefault(UUID.fromString(text), text);
      case RecordView.STATE ->
          clerk.definition().lifecycle().findState(text).map(state -> state.label()).orElse(text);
      default ->
          held(clerk, field, json.get()).map(held -> say(held.field(), held.value())).orElse(text);
    };
  }
}
