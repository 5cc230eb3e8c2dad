package jingtu.server.document.template.web;

import java.time.Instant;
import java.util.List;
import jingtu.server.document.template.TemplateChoice;
import jingtu.server.document.template.TemplateField;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateRows;
import jingtu.vocabulary.Language;

/**
 * A kind of document with what may be asked for in its templates, and what the account's region
 * uses.
 */
record TemplateView(
    String key,
    String name,
    String meaning,
    List<TemplateFieldView> fields,
    List<RowsView> rows,
    List<ChoiceView> formats) {

  static TemplateView of(TemplateKind kind, List<TemplateChoice> choices, Language language) {
    return new TemplateView(
        kind.key(),
        kind.name(language),
        kind.meaning(language),
        TemplateFieldView.listOf(kind.fields(), language),
        kind.rows().stream().map(rows -> RowsView.of(rows, language)).toList(),
        choices.stream().map(ChoiceView::of).toList());
  }

  /** {@code name} is what is typed between the braces. */
  record TemplateFieldView(String name, TemplateField.Kind kind, String meaning, String example) {

    static List<TemplateFieldView> listOf(List<TemplateField> fields, Language language) {
      return fields.stream()
          .map(
              field ->
                  new TemplateFieldView(
                      field.name(),
                      field.kind(),
                      field.meaning(language),
                      field.examples().stream().filter(e -> !e.isEmpty()).findFirst().orElse("")))
          .toList();
    }
  }

  /** {@code name} is what is typed before the dot. */
  record RowsView(String name, List<TemplateFieldView> fields) {
    static RowsView of(TemplateRows rows, Language language) {
      return new RowsView(rows.name(), TemplateFieldView.listOf(rows.fields(), language));
    }
  }

  /**
   * What is used for one format.
   *
   * @param format the ending of its files
   * @param chosen the ordinal of the upload in use; 0 is the product's own template
   */
  record ChoiceView(String format, int chosen, List<UploadView> uploads, int version) {
    static ChoiceView of(TemplateChoice choice) {
      return new ChoiceView(
          choice.format().ending(),
          choice.chosen(),
          choice.uploads().stream().map(UploadView::of).toList(),
          choice.version());
    }
  }

  /** A template that was uploaded. */
  record UploadView(int ordinal, String name, String by, Instant at) {
    static UploadView of(TemplateChoice.Uploaded upload) {
      return new UploadView(upload.ordinal(), upload.name(), upload.by(), upload.at());
    }
  }
}
