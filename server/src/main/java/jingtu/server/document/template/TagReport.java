package jingtu.server.document.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** What was found wrong with the fields of a template, and which of them are pictures. */
final class TagReport {

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> pictures = new LinkedHashSet<>();
  private int fields;

  /** What is repeated for each record where a text stands. */
  enum Repeated {
    NOTHING,
    ROW,
    PARAGRAPH
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The words between the braces of every field that is a picture. */
  Set<String> pictures() {
    return Set.copyOf(pictures);
  }

  /** How many fields were found, sound or not. */
  int fields() {
    return fields;
  }

  /**
   * Notes what is in a text that will be filled.
   *
   * @param repeated what may be repeated for the records that the text asks for
   * @param row what stands between braces anywhere in that row or paragraph
   */
  void read(TagText text, String place, TemplateKind kind, Repeated repeated, List<String> row) {
    for (String words : text.tags()) {
      fields++;
      switch (FieldTag.of(words, kind)) {
        case FieldTag.Faulty(Message problem, Message remedy) -> add(place, problem, remedy);
        case FieldTag.Single(TemplateField field) -> note(words, field);
        case FieldTag.InRow tag when repeated == Repeated.NOTHING ->
            add(
                place,
                Message.of("template.rows-outside-table", words.strip()),
                Message.of("template.move-into-row"));
        case FieldTag.InRow tag when isMixed(tag, row, kind) ->
            add(
                place,
                Message.of("template.mixed-rows", words.strip()),
                Message.of("template.one-list-a-row"));
        case FieldTag.InRow(TemplateRows rows, TemplateField field, boolean merged)
            when merged && repeated == Repeated.PARAGRAPH ->
            add(place, Message.of("template.merge-outside-row"), Message.of("template.options"));
        case FieldTag.InRow(TemplateRows rows, TemplateField field, boolean merged) ->
            note(words, field);
      }
    }
    text.slips(kind).forEach(slip -> add(place, slip.problem(), slip.remedy()));
  }

  /** Notes what is in a text that nothing fills. */
  void unfilled(TagText text, String place) {
    text.tags()
        .forEach(
            words ->
                add(
                    place,
                    Message.of("template.unfilled-place", words.strip()),
                    Message.of("template.move-to-text")));
  }

  /** Notes that the file cannot be opened as what it seems to be. */
  void unreadable() {
    add("", Message.of("template.unreadable"), Message.of("template.save-again"));
  }

  private void note(String words, TemplateField field) {
    if (field.kind() == TemplateField.Kind.PICTURE) {
      pictures.add(words.strip());
    }
  }

  private static boolean isMixed(FieldTag.InRow tag, List<String> row, TemplateKind kind) {
    return row.stream()
        .map(words -> FieldTag.of(words, kind))
        .anyMatch(other -> other instanceof FieldTag.InRow in && !in.rows().equals(tag.rows()));
  }

  private void add(String place, Message problem, Message remedy) {
    findings.add(new Finding(place, problem, remedy));
  }
}
