package jingtu.server.register.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What changes did, as JSON in a text column: {@code {"depth": {"before": 2, "after": 3}}}. */
final class ChangeJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, Map<String, Object>>> FIELDS =
      new TypeReference<>() {};

  private ChangeJson() {}

  static String write(Map<String, RecordChange.Changed> fields) {
    if (fields.isEmpty()) {
      return "{}";
    }
    SortedMap<String, Map<String, Object>> json = new TreeMap<>();
    fields.forEach(
        (field, changed) -> {
          Map<String, Object> parts = new LinkedHashMap<>();
          changed.before().ifPresent(before -> parts.put("before", before));
          changed.after().ifPresent(after -> parts.put("after", after));
          json.put(field, parts);
        });
    return MAPPER.writeValueAsString(json);
  }

  static Map<String, RecordChange.Changed> read(String json) {
    Map<String, RecordChange.Changed> fields = new TreeMap<>();
    MAPPER
        .readValue(json, FIELDS)
        .forEach(
            (field, parts) ->
                fields.put(
                    field, new RecordChange.Changed(part(parts, "before"), part(parts, "after"))));
    return fields;
  }

  private static Optional<Object> part(Map<String, Object> parts, String name) {
    @Nullable Object part = parts.get(name);
    return Optional.ofNullable(part);
  }
}
