package jingtu.server.register.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;

/** What codes, regions and organisations are called, as one request finds them. */
record Names(CodeLists codes, Map<RegionCode, String> regions, Map<UUID, String> organisations) {

  static Names of(Scope scope, CodeLists codes, Regions regions, Organisations organisations) {
    return new Names(
        codes,
        regions.names(scope),
        organisations.list(scope).stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name)));
  }

  /** What to show for a value that does not speak for itself. */
  Optional<String> label(Field field, FieldValue value) {
    return switch (value) {
      case FieldValue.Words(String text) ->
          switch (field.type()) {
            case FieldType.Code(String list) ->
                codes.find(list).flatMap(known -> known.labelled(text));
            case FieldType.DisclosureMark mark ->
                codes.find(RecordCheck.MARKS).flatMap(known -> known.labelled(text));
            case FieldType.OfRegion region ->
                RegionCode.isOne(text)
                    ? Optional.ofNullable(regions.get(new RegionCode(text)))
                    : Optional.empty();
            default -> Optional.empty();
          };
      case FieldValue.Ids(var ids) ->
          field.type() instanceof FieldType.OfOrganisation
              ? Optional.ofNullable(organisations.get(ids.getFirst()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A value in words. */
  String say(Field field, FieldValue value) {
    return label(field, value)
        .orElseGet(
            () ->
                switch (value) {
                  case FieldValue.Words(String text) -> text;
                  case FieldValue.Amount(var number) -> number.toPlainString();
                  case FieldValue.Day(var date) -> date.toString();
                  case FieldValue.Span(var from, var to) ->
                      from + " – " + to.map(Object::toString).orElse("");
                  case FieldValue.Yes(boolean holds) -> String.valueOf(holds);
                  case FieldValue.Ids(var ids) ->
                      ids.stream().map(UUID::toString).collect(Collectors.joining(", "));
                });
  }

  /**
   * What a search looks through: words, codes and names of the fields that every role may know, in
   * lower case. A field that is hidden from some is never in it, so that nobody can guess at it.
   */
  String searchText(Definition definition, Map<String, FieldValue> content) {
    StringBuilder words = new StringBuilder();
    for (Field field : definition.activeFields()) {
      FieldValue value = content.get(field.id());
      if (value != null && field.visibleTo().isEmpty()) {
        if (value instanceof FieldValue.Words(String text)) {
          words.append(text).append('\n');
        }
        label(field, value).ifPresent(label -> words.append(label).append('\n'));
      }
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** What a record is called by somebody who sees no more than this. */
  static Optional<String> title(
      Definition definition, Map<String, FieldValue> content, Reach reach) {
    return RecordTitle.of(
        definition,
        content.entrySet().stream()
            .filter(held -> reach.sees(definition, held.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
