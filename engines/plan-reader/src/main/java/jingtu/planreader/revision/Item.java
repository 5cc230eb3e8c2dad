package jingtu.planreader.revision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jingtu.planreader.Span;
import jingtu.planreader.revision.FieldChange.Field;

/**
 * A goal, a task, an obligation or other text of a version.
 *
 * @param index which of the plan's goals, tasks or obligations it is; -1 for other text
 * @param section the heading that it stands below
 * @param clause the words that say who is responsible, folded; empty where there are none
 * @param text all its sentences without their numbers, folded
 * @param place the headings above it, without numbers
 * @param name the nearest heading where the item is a task; empty otherwise
 */
record Item(
    Change.Subject subject,
    int index,
    Section section,
    Span span,
    List<Sentence> sentences,
    String clause,
    Map<Field, List<String>> fields,
    String text,
    String place,
    String name)
    implements Matchable {

  Item {
    sentences = List.copyOf(sentences);
    fields = Map.copyOf(fields);
  }

  static Item of(
      Change.Subject subject,
      int index,
      Section section,
      Span span,
      List<Sentence> sentences,
      String clause,
      Map<Field, List<String>> fields) {
    boolean task = subject == Change.Subject.TASK;
    Section above = task ? section.parent().orElse(section) : section;
    return new Item(
        subject,
        index,
        section,
        span,
        sentences,
        clause,
        fields,
        sentences.stream().map(Sentence::key).collect(Collectors.joining()),
        above.place(),
        task ? section.name() : "");
  }

  Place where() {
    return new Place(index, section.path(), span);
  }
}
