package jingtu.planreader.revision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A comparison seen from the other side, its orders left aside. */
record Mirrored(Set<Change> changes, Set<String> numbering, Set<TaskPair> tasks) {

  static Mirrored of(Comparison comparison) {
    return new Mirrored(
        comparison.changes().stream().map(Mirrored::ordered).collect(Collectors.toSet()),
        comparison.numbering().stream()
            .map(shifted -> shifted.before() + " => " + shifted.after())
            .collect(Collectors.toSet()),
        Set.copyOf(comparison.tasks()));
  }

  static Mirrored mirrored(Comparison comparison) {
    return new Mirrored(
        comparison.changes().stream()
            .map(Mirrored::mirrored)
            .map(Mirrored::ordered)
            .collect(Collectors.toSet()),
        comparison.numbering().stream()
            .map(shifted -> shifted.after() + " => " + shifted.before())
            .collect(Collectors.toSet()),
        comparison.tasks().stream()
            .map(pair -> new TaskPair(/* before= */ pair.after(), /* after= */ pair.before()))
            .collect(Collectors.toSet()));
  }

  private static Change ordered(Change change) {
    return new Change(
        change.kind(),
        change.subject(),
        change.before(),
        change.after(),
        change.sentences().stream()
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList(),
        change.fields());
  }

  private static Change mirrored(Change change) {
    return new Change(
        switch (change.kind()) {
          case CHANGED, MOVED, REGROUPED -> change.kind();
          case SPLIT -> Change.Kind.MERGED;
          case MERGED -> Change.Kind.SPLIT;
          case ADDED -> Change.Kind.REMOVED;
          case REMOVED -> Change.Kind.ADDED;
        },
        change.subject(),
        /* before= */ change.after(),
        /* after= */ change.before(),
        change.sentences().stream().map(Mirrored::mirrored).toList(),
        change.fields().stream()
            .map(
                field ->
                    new FieldChange(
                        field.field(), /* before= */ field.after(), /* after= */ field.before()))
            .toList());
  }

  private static SentenceChange mirrored(SentenceChange sentence) {
    return new SentenceChange(
        switch (sentence.kind()) {
          case CHANGED, MOVED -> sentence.kind();
          case ADDED -> SentenceChange.Kind.REMOVED;
          case REMOVED -> SentenceChange.Kind.ADDED;
        },
        List.copyOf(
            sentence.stretches().stream()
                .map(
                    one ->
                        new Stretch(
                            one.same(), /* before= */ one.after(), /* after= */ one.before()))
                .toList()));
  }
}
