package jingtu.server.register.record;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;

/**
 * What people call a record: by its key, or by its first text. Where the key is but a code that an
 * authority gave out, which tells nobody what it belongs to, the text comes first.
 */
public final class RecordTitle {

  private RecordTitle() {}

  /**
   * The title of a record.
   *
   * @param content as the reader sees it: what is not in it is not told
   * @return empty where nothing in it is a name
   */
  public static Optional<String> of(Definition definition, Map<String, FieldValue> content) {
    Optional<String> key = key(definition, content);
    Optional<String> text = text(definition, content);
    return isCoded(definition) ? text.or(() -> key) : key.or(() -> text);
  }

  /** Whether somebody who writes {@code name} may mean the record: by its title or by its key. */
  public static boolean isMeant(
      Definition definition, Map<String, FieldValue> content, String name) {
    return of(definition, content).equals(Optional.of(name))
        || key(definition, content).equals(Optional.of(name));
  }

  private static boolean isCoded(Definition definition) {
    return definition.key().stream()
        .flatMap(id -> definition.findField(id).stream())
        .map(Field::type)
        .allMatch(
            type ->
                type instanceof FieldType.CreditCode
                    || type instanceof FieldType.EstateUnit
                    || type instanceof FieldType.ParcelCode);
  }

  private static Optional<String> key(Definition definition, Map<String, FieldValue> content) {
    String words =
        definition.key().stream()
            .flatMap(id -> words(content, id).stream())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static Optional<String> text(Definition definition, Map<String, FieldValue> content) {
    return definition.activeFields().stream()
        .filter(field -> field.type() instanceof FieldType.Text)
        .flatMap(field -> words(content, field.id()).stream())
        .findFirst();
  }

  private static Optional<String> words(Map<String, FieldValue> content, String id) {
    return content.get(id) instanceof FieldValue.Words(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
