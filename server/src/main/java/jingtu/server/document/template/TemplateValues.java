package jingtu.server.document.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that one document is filled with. A field without a value is filled with nothing.
 *
 * @param fields by the keys of the kind's fields
 * @param rows by the keys of the kind's rows: records in their order, each by the keys of its
 *     fields
 */
public record TemplateValues(
    Map<String, TemplateValue> fields, Map<String, List<Map<String, TemplateValue>>> rows) {

  private static final TemplateValue NOTHING = TemplateValue.of("");

  public TemplateValues {
    fields = Map.copyOf(fields);
    rows = Map.copyOf(rows);
  }

  /** The examples of a kind's fields, with as many rows as the richest field has examples. */
  public static TemplateValues examplesOf(TemplateKind kind) {
    return new TemplateValues(
        kind.fields().stream()
            .collect(Collectors.toMap(TemplateField::key, field -> example(field, 0))),
        kind.rows().stream()
            .collect(Collectors.toMap(TemplateRows::key, TemplateValues::exampleRows)));
  }

  TemplateValue of(TemplateField field) {
    return fields.getOrDefault(field.key(), NOTHING);
  }

  List<Map<String, TemplateValue>> of(TemplateRows asked) {
    return rows.getOrDefault(asked.key(), List.of());
  }

  /** What stands in the place of a tag; {@code record} is that of the row in which it stands. */
  TemplateValue of(FieldTag tag, Map<String, TemplateValue> record) {
    return switch (tag) {
      case FieldTag.Single(TemplateField field) -> of(field);
      case FieldTag.InRow(TemplateRows asked, TemplateField field, boolean merged) ->
          record.getOrDefault(field.key(), NOTHING);
      case FieldTag.Faulty faulty ->
          throw new IllegalStateException("a field that the check did not see: " + faulty);
    };
  }

  private static List<Map<String, TemplateValue>> exampleRows(TemplateRows rows) {
    int count = rows.fields().stream().mapToInt(field -> field.examples().size()).max().orElse(0);
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(
            row ->
                rows.fields().stream()
                    .collect(Collectors.toMap(TemplateField::key, field -> example(field, row))))
        .toList();
  }

  private static TemplateValue example(TemplateField field, int row) {
    List<String> examples = field.examples();
    String words = examples.get(row % examples.size());
    return switch (field.kind()) {
      case TEXT -> TemplateValue.of(words);
      case NUMBER -> new TemplateValue.Figure(new java.math.BigDecimal(words));
      case PICTURE -> ExamplePicture.value();
    };
  }
}
