package jingtu.planreader.revision;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A comparison written down as a person would. */
final class Told {

  private Told() {}

  /** Changes, numbered, then the numbers that only shifted. */
  static List<String> of(Comparison comparison) {
    List<Change> changes = comparison.changes();
    return Stream.concat(
            IntStream.range(0, changes.size())
                .boxed()
                .flatMap(i -> of(i + 1, changes.get(i)).stream()),
            comparison.numbering().stream()
                .map(
                    shifted ->
                        "# "
                            + String.join(
                                " / ",
                                Stream.concat(shifted.path().stream(), Stream.of(shifted.before()))
                                    .toList())
                            + " => "
                            + shifted.after()))
        .toList();
  }

  static List<String> of(int number, Change change) {
    return Stream.of(
            Stream.of(number + " " + change.kind() + " " + change.subject() + " " + places(change)),
            change.sentences().stream().map(sentence -> "  " + sentence(sentence)),
            change.fields().stream().map(field -> "  " + field(field)))
        .flatMap(lines -> lines)
        .toList();
  }

  private static String places(Change change) {
    String before = places(change.before());
    String after = places(change.after());
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return before.isEmpty() ? after : before;
    }
    return before + " => " + after;
  }

  private static String places(List<Place> places) {
    return places.stream()
        .map(place -> String.join(" / ", place.path()))
        .collect(Collectors.joining(" + "));
  }

  private static String sentence(SentenceChange sentence) {
    String mark =
        switch (sentence.kind()) {
          case CHANGED -> "~ ";
          case MOVED -> "^ ";
          case ADDED -> "+ ";
          case REMOVED -> "- ";
        };
    return mark
        + sentence.stretches().stream()
            .map(
                stretch ->
                    sentence.kind() != SentenceChange.Kind.CHANGED || stretch.same()
                        ? stretch.after().isEmpty() ? stretch.before() : stretch.after()
                        : "[" + stretch.before() + "|" + stretch.after() + "]")
            .collect(Collectors.joining());
  }

  private static String field(FieldChange field) {
    return field.field() + ": " + words(field.before()) + " => " + words(field.after());
  }

  private static String words(List<String> words) {
    return words.isEmpty() ? "-" : String.join("、", words);
  }
}
