package jingtu.server.plan.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.planreader.Span;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.correction.Replacement.Placed;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.scope.Identifiers;
import jingtu.vocabulary.Message;

/**
 * Turns what somebody wants of a plan into replacements and notes everything that cannot be. Those
 * who ask have seen the entries as they are.
 */
final class CheckChange {

  /** The most entries of one change. */
  private static final int MOST_ENTRIES = 500;

  private static final int LONGEST_REASON = 1000;

  private static final Place WHOLE = new Place("entries", List.of());

  private final CurrentEntries current;
  private final Identifiers identifiers;
  private final Span plan;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<UUID, Place> places = new HashMap<>();

  CheckChange(StoredPlan plan, CurrentEntries current, Identifiers identifiers) {
    this.current = current;
    this.identifiers = identifiers;
    this.plan = plan.reading().span();
  }

  /** Everything that cannot be; empty only where the replacements may be kept. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** What is to be put in the place of what; entries that stay as they are left out. */
  List<Replacement> replacements(List<EntryChange> wanted, Optional<String> reason) {
    if (reason.filter(words -> words.length() > LONGEST_REASON).isPresent()) {
      note(
          new Place("reason", List.of(Message.of("plan.at-reason"))),
          Message.of("plan.too-long", LONGEST_REASON),
          Message.of("plan.shorten"));
    }
    if (wanted.size() > MOST_ENTRIES) {
      note(WHOLE, Message.of("plan.too-many-entries", MOST_ENTRIES), Message.of("plan.in-parts"));
      return List.of();
    }
    CheckContent contents = new CheckContent(plan, actionsOf(wanted), identifiers);
    List<Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Place at = place(wanted, i);
      replacement(at, wanted, i, contents)
          .filter(replacement -> !replacement.changesNothing())
          .ifPresent(
              replacement -> {
                replacements.add(replacement);
                places.put(replacement.id(), at.part("after"));
              });
    }
    faults.addAll(contents.faults());
    if (faults.isEmpty() && replacements.isEmpty()) {
      note(WHOLE, Message.of("plan.change-nothing"), Message.of("plan.change-something"));
    }
    if (faults.isEmpty()) {
      notePositions(wanted, replacements);
      noteOverlaps(replacements);
    }
    return faults.isEmpty() ? placed(replacements) : List.of();
  }

  /** Which of several it is, is said; of one alone there is nothing to say. */
  private static Place place(List<EntryChange> wanted, int index) {
    Place at = Place.entry(index);
    return wanted.size() == 1
        ? at
        : new Place(at.field(), List.of(Message.of("plan.at-entry", index + 1)));
  }

  private Optional<Replacement> replacement(
      Place at, List<EntryChange> wanted, int index, CheckContent contents) {
    EntryChange entry = wanted.get(index);
    UUID id = entry.id();
    if (id == null) {
      return added(at, entry, contents);
    }
    Optional<CurrentEntry> known = current.find(id).filter(found -> found.kind() == entry.kind());
    boolean twice = wanted.subList(0, index).stream().anyMatch(other -> id.equals(other.id()));
    if (known.isEmpty()) {
      note(at, Message.of("plan.no-entry"), Message.of("plan.load-anew"));
    } else if (twice) {
      note(at, Message.of("plan.entry-twice"), Message.of("plan.name-entry-once"));
    } else if (!Objects.equals(entry.version(), known.get().version())) {
      note(at.part("version"), Message.of("plan.no-version"), Message.of("plan.load-anew"));
    } else {
      return Optional.of(replaced(at, known.get(), entry, wanted.size() == 1, contents));
    }
    return Optional.empty();
  }

  private Optional<Replacement> added(Place at, EntryChange entry, CheckContent contents) {
    EntryContent content = entry.after();
    if (content == null) {
      note(at, Message.of("plan.neither-old-nor-new"), Message.of("plan.give-content"));
      return Optional.empty();
    }
    EntryReading reading = contents.read(at.part("after"), entry.kind(), content, Optional.empty());
    Placed after = new Placed(Optional.ofNullable(entry.position()), reading);
    return Optional.of(
        new Replacement(entry.kind(), identifiers.next(), Optional.empty(), Optional.of(after)));
  }

  /** An entry that is alone asked to go where it stands is not moved. */
  private static Replacement replaced(
      Place at, CurrentEntry now, EntryChange entry, boolean alone, CheckContent contents) {
    Optional<EntryReading> reading =
        Optional.ofNullable(entry.after())
            .map(
                content ->
                    contents.read(
                        at.part("after"), entry.kind(), content, Optional.of(now.reading())));
    Optional<Integer> position =
        Optional.ofNullable(entry.position()).filter(wanted -> !alone || wanted != now.position());
    return new Replacement(
        now.kind(),
        now.id(),
        Optional.of(new Placed(Optional.empty(), now.reading())),
        reading.map(after -> new Placed(position, after)));
  }

  private Set<UUID> actionsOf(List<EntryChange> wanted) {
    Set<UUID> actions = new HashSet<>();
    for (EntryChange entry : wanted) {
      UUID id = entry.id();
      if (id != null) {
        current.find(id).ifPresent(known -> actions.addAll(known.reading().actionIds()));
      }
    }
    return actions;
  }

  private void notePositions(List<EntryChange> wanted, List<Replacement> replacements) {
    for (EntryKind kind : EntryKind.values()) {
      int size = current.orderAfter(replacements).getOrDefault(kind, List.of()).size();
      Set<Integer> taken = new HashSet<>();
      for (int i = 0; i < wanted.size(); i++) {
        EntryChange entry = wanted.get(i);
        Integer position = entry.position();
        if (entry.kind() == kind && position != null && entry.after() != null) {
          Place at = place(wanted, i).part("position", Message.of("plan.at-position"));
          if (position < 0 || position >= size) {
            note(
                at,
                Message.of("plan.position-outside", position, size),
                Message.of("plan.give-position"));
          } else if (!taken.add(position)) {
            note(at, Message.of("plan.position-taken", position), Message.of("plan.give-position"));
          }
        }
      }
    }
  }

  /** The clause of one task is no part of what another one wants done. */
  private void noteOverlaps(List<Replacement> replacements) {
    Map<UUID, EntryReading> tasks = current.readingsAfter(EntryKind.TASK, replacements);
    for (Replacement replacement : replacements) {
      replacement
          .readingAfter()
          .filter(reading -> replacement.kind() == EntryKind.TASK)
          .filter(reading -> standsElsewhere(reading, replacement.readingBefore()))
          .ifPresent(
              reading ->
                  noteOverlap(
                      places.getOrDefault(replacement.id(), WHOLE),
                      replacement.id(),
                      reading,
                      tasks));
    }
  }

  private static boolean standsElsewhere(EntryReading now, Optional<EntryReading> before) {
    return before
        .filter(was -> was.span().equals(now.span()) && was.clause().equals(now.clause()))
        .isEmpty();
  }

  private void noteOverlap(Place at, UUID id, EntryReading task, Map<UUID, EntryReading> tasks) {
    List<EntryReading> others =
        tasks.entrySet().stream()
            .filter(other -> !other.getKey().equals(id))
            .map(Map.Entry::getValue)
            .toList();
    if (others.stream().anyMatch(other -> overlap(task.clause(), other.span()))) {
      note(
          at.part("clauseStart", Message.of("plan.at-clause")),
          Message.of("plan.clause-in-body"),
          Message.of("plan.give-span"));
    }
    if (others.stream().anyMatch(other -> overlap(other.clause(), task.span()))) {
      note(
          at.part("start", Message.of("plan.at-body")),
          Message.of("plan.body-over-clause"),
          Message.of("plan.give-span"));
    }
  }

  private static boolean overlap(Optional<Span> clause, Span body) {
    return clause
        .filter(span -> span.start() < body.end() && body.start() < span.end())
        .isPresent();
  }

  /** The same, with where each was and where it comes to stand. */
  private List<Replacement> placed(List<Replacement> replacements) {
    Map<EntryKind, List<UUID>> orders = current.orderAfter(replacements);
    return replacements.stream()
        .map(
            replacement ->
                replacement.placed(
                    current.find(replacement.id()).map(CurrentEntry::position),
                    Optional.of(
                            orders
                                .getOrDefault(replacement.kind(), List.of())
                                .indexOf(replacement.id()))
                        .filter(position -> position >= 0)))
        .collect(Collectors.toUnmodifiableList());
  }

  private void note(Place at, Message problem, Message remedy) {
    faults.add(at.fault(problem, remedy));
  }
}
