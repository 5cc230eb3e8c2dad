package jingtu.server.plan.correction;

import static jingtu.server.plan.correction.EntryContent.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.server.plan.When;
import jingtu.server.plan.correction.EntryContent.ActionContent;
import jingtu.server.plan.correction.EntryContent.DeadlineContent;
import jingtu.server.plan.correction.EntryContent.TargetContent;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.plan.entry.NamedAction;
import jingtu.server.scope.Identifiers;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;

/**
 * Turns the contents of one change into readings and notes every field that cannot be kept. What
 * somebody sends back as it was is not held against the rules: the reader may have read it so.
 */
final class CheckContent {

  /** The longest name or stretch of words in a field, in characters. */
  private static final int LONGEST = 1000;

  /** The most digits of a wanted value before and behind its point. */
  private static final int MOST_DIGITS = 30;

  private static final Span NOWHERE = new Span(0, 0);

  private final Span plan;
  private final Identifiers identifiers;
  private final Set<UUID> known;
  private final Set<UUID> used = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * {@code plan} is where every span must lie; {@code known} are the actions that the entries of
   * the change have before it.
   */
  CheckContent(Span plan, Set<UUID> known, Identifiers identifiers) {
    this.plan = plan;
    this.known = Set.copyOf(known);
    this.identifiers = identifiers;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The reading that a content describes; where it has faults, one that nobody may keep. */
  EntryReading read(Place at, EntryKind kind, EntryContent content, Optional<EntryReading> before) {
    if (before.isPresent() && EntryContent.of(before.get()).equals(content)) {
      use(at, before.get());
      return before.get();
    }
    int faultsBefore = faults.size();
    noteWhatDoesNotFit(at, kind, content);
    EntryReading reading = reading(at, kind, content, before);
    if (before.filter(reading::equals).isPresent()) {
      faults.subList(faultsBefore, faults.size()).clear();
    }
    return reading;
  }

  private void use(Place at, EntryReading unchanged) {
    List<UUID> ids = unchanged.actionIds();
    for (int i = 0; i < ids.size(); i++) {
      actionId(at.element("actions", i, Message.of("plan.at-action", i + 1)), ids.get(i));
    }
  }

  private EntryReading reading(
      Place at, EntryKind kind, EntryContent content, Optional<EntryReading> before) {
    List<Target> formerly = before.stream().flatMap(EntryReading::allTargets).toList();
    List<Deadline> deadlines = deadlines(at, content.deadlines());
    List<NamedAction> actions = new ArrayList<>();
    for (int i = 0; i < content.actions().size(); i++) {
      Place place = at.element("actions", i, Message.of("plan.at-action", i + 1));
      actions.add(action(place, content.actions().get(i), deadlines, formerly));
    }
    Stream<Deadline> ofActions =
        actions.stream().flatMap(named -> named.action().deadlines().stream());
    return new EntryReading(
        span(at.part("start", Message.of("plan.at-body")), content.start(), content.end()),
        kind == EntryKind.TASK
            ? clause(at.part("clauseStart", Message.of("plan.at-clause")), content)
            : Optional.empty(),
        names(at, "path", content.path(), i -> Message.of("plan.at-path", i)),
        names(at, "lead", content.lead(), i -> Message.of("plan.at-lead", i)),
        names(at, "responsible", content.responsible(), i -> Message.of("plan.at-responsible", i)),
        names(
            at, "participants", content.participants(), i -> Message.of("plan.at-participant", i)),
        names(
            at, "implementers", content.implementers(), i -> Message.of("plan.at-implementer", i)),
        Optional.ofNullable(content.implementersSource()),
        content.open(),
        line(at.part("scope", Message.of("plan.at-scope")), content.scope()),
        line(at.part("actor", Message.of("plan.at-actor")), content.actor()),
        names(at, "events", content.events(), i -> Message.of("plan.at-event", i)),
        deadlines,
        targets(
            at, content.targets(), Stream.concat(deadlines.stream(), ofActions).toList(), formerly),
        actions);
  }

  private NamedAction action(
      Place at, ActionContent content, List<Deadline> ofEntry, List<Target> formerly) {
    List<Deadline> deadlines = deadlines(at, content.deadlines());
    return new NamedAction(
        actionId(at, content.id()),
        new Action(
            span(at.part("start"), content.start(), content.end()),
            line(at.part("actor", Message.of("plan.at-actor")), content.actor()),
            deadlines,
            names(at, "events", content.events(), i -> Message.of("plan.at-event", i)),
            targets(
                at,
                content.targets(),
                Stream.concat(deadlines.stream(), ofEntry.stream()).toList(),
                formerly)));
  }

  private UUID actionId(Place at, @Nullable UUID id) {
    if (id == null) {
      return identifiers.next();
    }
    if (!known.contains(id)) {
      note(at, Message.of("plan.action-elsewhere"), Message.of("plan.take-action-along"));
    } else if (!used.add(id)) {
      note(at, Message.of("plan.action-twice"), Message.of("plan.name-action-once"));
    }
    return id;
  }

  private List<Deadline> deadlines(Place at, List<DeadlineContent> contents) {
    List<Deadline> deadlines = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      DeadlineContent content = contents.get(i);
      Place place = at.element("deadlines", i, Message.of("plan.at-deadline", i + 1));
      String notation = content.notation().strip();
      if (When.of(notation) instanceof When.Unknown) {
        note(
            place.part("notation"),
            Message.of("plan.no-notation", notation),
            Message.of("plan.give-notation"));
      }
      Span words = span(place.part("start"), content.start(), content.end());
      deadlines.add(new Deadline(notation, words, content.assumed()));
    }
    return deadlines;
  }

  /** {@code dates} are those that a target may be wanted by, the nearest first. */
  private List<Target> targets(
      Place at, List<TargetContent> contents, List<Deadline> dates, List<Target> formerly) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Place place = at.element("targets", i, Message.of("plan.at-target", i + 1));
      targets.add(target(place, contents.get(i), dates, formerly));
    }
    return targets;
  }

  private Target target(
      Place at, TargetContent content, List<Deadline> dates, List<Target> formerly) {
    return new Target(
        span(at.part("start"), content.start(), content.end()),
        name(at.part("indicator", Message.of("plan.at-indicator")), content.indicator()),
        comparator(at.part("comparator", Message.of("plan.at-comparator")), content.comparator()),
        value(at.part("value", Message.of("plan.at-value")), content.value(), formerly),
        line(at.part("unit", Message.of("plan.at-unit")), content.unit()).orElse(""),
        by(at.part("by", Message.of("plan.at-by")), content, dates, formerly),
        line(at.part("baseline", Message.of("plan.at-baseline")), content.baseline()),
        line(at.part("reference", Message.of("plan.at-reference")), content.reference()),
        line(at.part("scope", Message.of("plan.at-scope")), content.scope()),
        content.implied(),
        content.aspirational());
  }

  /** The words of the date stay those that the reader saw, where the target is the same one. */
  private Optional<Deadline> by(
      Place at, TargetContent content, List<Deadline> dates, List<Target> formerly) {
    Optional<String> wanted = words(content.by());
    List<Deadline> found =
        dates.stream().filter(date -> wanted.equals(Optional.of(date.notation()))).toList();
    if (wanted.isPresent() && found.isEmpty()) {
      note(at, Message.of("plan.by-elsewhere", wanted.get()), Message.of("plan.choose-by"));
    }
    return formerly.stream()
        .filter(target -> target.span().start() == content.start())
        .filter(target -> target.span().end() == content.end())
        .flatMap(target -> target.by().stream())
        .filter(date -> wanted.equals(Optional.of(date.notation())))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private Target.Comparator comparator(Place at, String sign) {
    Optional<Target.Comparator> found =
        Arrays.stream(Target.Comparator.values())
            .filter(comparator -> comparator.sign().equals(sign.strip()))
            .findFirst();
    if (found.isEmpty()) {
      note(at, Message.of("plan.no-comparator", sign), Message.of("plan.choose-comparator"));
    }
    return found.orElse(Target.Comparator.EQUAL);
  }

  /** A value that was there is written as it was: 90.50 stays that where 90.5 comes back. */
  private Optional<BigDecimal> value(Place at, @Nullable BigDecimal value, List<Target> formerly) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      note(at, Message.of("plan.too-many-digits", MOST_DIGITS), Message.of("plan.shorten"));
    }
    return Optional.of(
        formerly.stream()
            .flatMap(target -> target.value().stream())
            .filter(known -> known.compareTo(value) == 0)
            .findFirst()
            .orElse(value));
  }

  private Optional<Span> clause(Place at, EntryContent content) {
    Integer start = content.clauseStart();
    Integer end = content.clauseEnd();
    if (start == null && end == null) {
      return Optional.empty();
    }
    if (start == null || end == null) {
      note(at, Message.of("plan.half-a-clause"), Message.of("plan.give-span"));
      return Optional.empty();
    }
    return Optional.of(span(at, start, end));
  }

  private Span span(Place at, int start, int end) {
    if (start < 0 || end < start) {
      note(at, Message.of("plan.span-reversed", start, end), Message.of("plan.give-span"));
      return NOWHERE;
    }
    Span span = new Span(start, end);
    if (!plan.contains(span)) {
      note(
          at,
          Message.of("plan.span-outside", start, end, plan.start(), plan.end()),
          Message.of("plan.give-span"));
    }
    return span;
  }

  private List<String> names(
      Place at, String field, List<String> names, IntFunction<Message> numbered) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      kept.add(name(at.element(field, i, numbered.apply(i + 1)), names.get(i)));
    }
    return kept;
  }

  private String name(Place at, String name) {
    Optional<String> words = line(at, name);
    if (words.isEmpty()) {
      note(at, Message.of("plan.blank"), Message.of("plan.fill-or-remove"));
    }
    return words.orElse("");
  }

  private Optional<String> line(Place at, @Nullable String text) {
    Optional<String> words = words(text);
    words.ifPresent(
        given -> {
          if (given.length() > LONGEST) {
            note(at, Message.of("plan.too-long", LONGEST), Message.of("plan.shorten"));
          }
          if (!isText(given)) {
            note(at, Message.of("plan.no-text"), Message.of("plan.type-anew"));
          }
        });
    return words;
  }

  /** Whether a database can keep it: no NUL and no half of a character. */
  private static boolean isText(String given) {
    return given
        .codePoints()
        .noneMatch(
            point ->
                point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
  }

  private void noteWhatDoesNotFit(Place at, EntryKind kind, EntryContent content) {
    boolean clause = content.clauseStart() != null || content.clauseEnd() != null;
    if (kind != EntryKind.TASK) {
      refuse(at.part("clauseStart", Message.of("plan.at-clause")), kind, clause);
      refuseAny(at, kind, "lead", content.lead(), i -> Message.of("plan.at-lead", i));
      refuseAny(
          at,
          kind,
          "responsible",
          content.responsible(),
          i -> Message.of("plan.at-responsible", i));
      refuseAny(
          at,
          kind,
          "participants",
          content.participants(),
          i -> Message.of("plan.at-participant", i));
      refuseAny(
          at,
          kind,
          "implementers",
          content.implementers(),
          i -> Message.of("plan.at-implementer", i));
      refuse(
          at.part("implementersSource", Message.of("plan.at-implementers-source")),
          kind,
          content.implementersSource() != null);
      refuse(at.part("open", Message.of("plan.at-open")), kind, content.open());
      refuseAny(at, kind, "actions", content.actions(), i -> Message.of("plan.at-action", i));
    }
    if (kind != EntryKind.GOAL) {
      refuse(at.part("scope", Message.of("plan.at-scope")), kind, content.scopeWords().isPresent());
    }
    if (kind != EntryKind.OBLIGATION) {
      refuse(at.part("actor", Message.of("plan.at-actor")), kind, content.actorWords().isPresent());
      refuseAny(at, kind, "events", content.events(), i -> Message.of("plan.at-event", i));
    }
  }

  private <T> void refuseAny(
      Place at, EntryKind kind, String field, List<T> values, IntFunction<Message> numbered) {
    for (int i = 0; i < values.size(); i++) {
      refuse(at.element(field, i, numbered.apply(i + 1)), kind, true);
    }
  }

  private void refuse(Place at, EntryKind kind, boolean given) {
    if (given) {
      Message problem =
          switch (kind) {
            case GOAL -> Message.of("plan.not-of-goals");
            case TASK -> Message.of("plan.not-of-tasks");
            case OBLIGATION -> Message.of("plan.not-of-obligations");
          };
      note(at, problem, Message.of("plan.leave-out"));
    }
  }

  private void note(Place at, Message problem, Message remedy) {
    faults.add(at.fault(problem, remedy));
  }
}
