package jingtu.server.register.definition.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.Role;

/**
 * The JSON Schema (draft 2020-12) of the {@code values} of one record, as far as an account may
 * know them. What depends on other fields or on other records is left to the server: conditions,
 * rules, uniqueness.
 */
final class RecordSchema {

  private static final String UUID = "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$";
  private static final int LONGEST_LONG_TEXT = 20_000;
  private static final int LONGEST_POST = 200;
  private static final int MOST_IDS = 200;

  private RecordSchema() {}

  static Map<String, Object> of(Definition definition, Role role, CodeLists codes) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Field> told =
        definition.activeFields().stream().filter(field -> field.isVisibleTo(role)).toList();
    told.forEach(field -> properties.put(field.id(), property(field, codes)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:jingtu:register:" + definition.id() + ":" + definition.version());
    schema.put("title", definition.name());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required",
        told.stream()
            .filter(field -> field.required() && field.when().isEmpty())
            .map(Field::id)
            .toList());
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> property(Field field, CodeLists codes) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", field.label());
    if (!field.help().isEmpty()) {
      property.put("description", field.help());
    }
    property.putAll(type(field.type(), codes));
    return property;
  }

  private static Map<String, Object> type(FieldType type, CodeLists codes) {
    return switch (type) {
      case FieldType.Text(int longest) -> text(longest);
      case FieldType.LongText text -> text(LONGEST_LONG_TEXT);
      case FieldType.Figure(int decimals, var min, var max) -> number(decimals, min, max);
      case FieldType.Quantity(var unit, int decimals, var min, var max) -> {
        Map<String, Object> number = number(decimals, min, max);
        number.put("x-unit", unit);
        yield number;
      }
      case FieldType.Date date -> day();
      case FieldType.Period period ->
          Map.of(
              "type",
              "object",
              "properties",
              Map.of("from", day(), "to", day()),
              "required",
              List.of("from"),
              "additionalProperties",
              false);
      case FieldType.Flag flag -> Map.of("type", "boolean");
      case FieldType.Code code -> codes(code, codes);
      case FieldType.OfRegion region ->
          Map.of("type", "string", "pattern", "^(\\d{6}|\\d{9}|\\d{12})$");
      case FieldType.OfOrganisation organisation -> ids(1);
      case FieldType.Post post -> text(LONGEST_POST);
      case FieldType.CreditCode code ->
          Map.of("type", "string", "pattern", "^[0-9A-HJ-NP-RTUW-Y]{18}$");
      case FieldType.EstateUnit unit -> text(LONGEST_POST);
      case FieldType.ParcelCode code -> text(LONGEST_POST);
      case FieldType.DisclosureMark mark -> codes(mark, codes);
      case FieldType.Link(var to, boolean many) -> ids(many ? MOST_IDS : 1);
      case FieldType.Evidence evidence -> ids(MOST_IDS);
      case FieldType.Computed computed -> Map.of("readOnly", true);
    };
  }

  private static Map<String, Object> text(int longest) {
    return Map.of("type", "string", "maxLength", longest, "pattern", "\\S");
  }

  private static Map<String, Object> day() {
    return Map.of("type", "string", "format", "date", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
  }

  private static Map<String, Object> number(
      int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("type", "number");
    number.put("multipleOf", BigDecimal.ONE.movePointLeft(decimals));
    min.ifPresent(least -> number.put("minimum", least));
    max.ifPresent(most -> number.put("maximum", most));
    return number;
  }

  private static Map<String, Object> codes(FieldType type, CodeLists codes) {
    List<Map<String, String>> known =
        CodeLists.listOf(type)
            .flatMap(codes::find)
            .map(CodeList::entries)
            .orElse(List.of())
            .stream()
            .map(entry -> Map.of("const", entry.code(), "title", entry.label()))
            .toList();
    return known.isEmpty() ? Map.of("type", "string") : Map.of("oneOf", known);
  }

  private static Map<String, Object> ids(int most) {
    return Map.of(
        "type",
        "array",
        "items",
        Map.of("type", "string", "pattern", UUID),
        "minItems",
        1,
        "maxItems",
        most,
        "uniqueItems",
        true);
  }
}
