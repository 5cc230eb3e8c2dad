package jingtu.server.document.template;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What the words between two pairs of braces ask for. */
sealed interface FieldTag {

  /** A field of the document. */
  record Single(TemplateField field) implements FieldTag {}

  /**
   * A field of each record.
   *
   * @param merged whether the cells of equal neighbours become one
   */
  record InRow(TemplateRows rows, TemplateField field, boolean merged) implements FieldTag {}

  /** Nothing that the kind knows. */
  record Faulty(Message problem, Message remedy) implements FieldTag {}

  /**
   * Reads {@code name}, {@code rows.name} and {@code rows.name|merge}. Blanks do not count, nor
   * whether dot and bar are of full width.
   */
  static FieldTag of(String words, TemplateKind kind) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s", "");
    int bar = plain.indexOf('|');
    String name = bar < 0 ? plain : plain.substring(0, bar);
    Optional<String> option = bar < 0 ? Optional.empty() : Optional.of(plain.substring(bar + 1));
    Optional<FieldTag> found = find(name, kind);
    if (found.isEmpty()) {
      return new Faulty(
          Message.of("template.unknown-field", words.strip()), NearNames.of(name, kind));
    }
    return option.map(asked -> withOption(found.get(), name, asked)).orElse(found.get());
  }

  private static Optional<FieldTag> find(String name, TemplateKind kind) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return field(kind.fields(), name).map(Single::new);
    }
    String before = name.substring(0, dot);
    return kind.rows().stream()
        .filter(rows -> rows.name().equals(before) || rows.key().equals(before))
        .findFirst()
        .flatMap(
            rows ->
                field(rows.fields(), name.substring(dot + 1))
                    .map(field -> new InRow(rows, field, false)));
  }

  private static Optional<TemplateField> field(List<TemplateField> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name) || field.key().equals(name))
        .findFirst();
  }

  private static FieldTag withOption(FieldTag tag, String name, String option) {
    if (!option.equals(mergeWord())) {
      return new Faulty(
          Message.of("template.unknown-option", name, option), Message.of("template.options"));
    }
    return switch (tag) {
      case InRow(TemplateRows rows, TemplateField field, boolean merged) ->
          new InRow(rows, field, true);
      case Single single ->
          new Faulty(Message.of("template.merge-outside-row"), Message.of("template.options"));
      case Faulty faulty -> faulty;
    };
  }

  /** What is typed after the bar to have equal neighbours merged. */
  static String mergeWord() {
    return Messages.say(Message.of("template.merge"), Language.ZH);
  }
}
