package jingtu.server.document.template;

import java.util.List;
import java.util.stream.Collectors;
import jingtu.vocabulary.Language;

/** A template that asks for everything that its kind offers, to begin one's own from. */
public final class ExampleTemplate {

  private static final int TABLE_MM = 380;

  private ExampleTemplate() {}

  /** The template: a line of the document's fields, and a column for each field of the rows. */
  public static byte[] of(TemplateKind kind, TemplateFormat format) {
    String name = kind.name(Language.ZH);
    String fields =
        kind.fields().stream()
            .map(field -> field.name() + " {{" + field.name() + "}}")
            .collect(Collectors.joining("  "));
    TableDraft draft =
        new TableDraft(
            TableDraft.Paper.A3,
            name.replaceAll("[\\\\/*?\\[\\]:]", " "),
            "",
            name,
            fields,
            kind.rows().stream().limit(1).flatMap(rows -> columns(rows).stream()).toList());
    return format == TemplateFormat.WORD ? draft.word() : draft.sheet();
  }

  private static List<TableDraft.Column> columns(TemplateRows rows) {
    int width = TABLE_MM / Math.max(1, rows.fields().size());
    return rows.fields().stream()
        .map(
            field ->
                new TableDraft.Column(
                    field.name(),
                    width,
                    "{{" + rows.name() + "." + field.name() + "}}",
                    TableDraft.Look.LEFT))
        .toList();
  }
}
