package jingtu.server.register.record;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;

/** What people call a record: by its key, or by its first text. */
public final class RecordTitle {

  private RecordTitle() {}

  /**
   * The title of a record.
   *
   * @param content as the reader sees it: what is not in it is not told
   * @return empty where nothing in it is a name
   */
  public static Optional<String> of(Definition definition, Map<String, FieldValue> content) {
    String key =
        definition.key().stream()
            .map(content::get)
            .filter(FieldValue.Words.class::isInstance)
            .map(value -> ((FieldValue.Words) value).text())
            .collect(Collectors.joining(" "));
    return key.isEmpty()
        ? definition.activeFields().stream()
            .filter(field -> field.type() instanceof FieldType.Text)
            .map(Field::id)
            .map(content::get)
            .filter(FieldValue.Words.class::isInstance)
            .map(value -> ((FieldValue.Words) value).text())
            .findFirst()
        : Optional.of(key);
  }
}
