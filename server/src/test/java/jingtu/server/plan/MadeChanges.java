package jingtu.server.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.correction.EntryContent.ActionContent;
import jingtu.server.plan.correction.EntryContent.DeadlineContent;
import jingtu.server.plan.correction.EntryContent.TargetContent;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.testing.Seeded;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a plan made at random, each of which may be kept. Bodies lie in the first half of a
 * plan of a hundred characters and clauses in its second, so that they never overlap.
 */
final class MadeChanges {

  private static final List<String> NAMES =
      List.of("县水利局", "𠮷乡", "“农业”农村局", "a\\b", "{0}局", "县'局", "🌾", "各乡镇\n街道");

  private static final List<String> NOTATIONS =
      List.of("2028-12-31", "R/P1Y;--12-20", "2026-01-01/..", "XXXX-12-31", "R/P1W", "2019-XX-XX");

  private final RandomGenerator random;
  private final StoredPlan plan;
  private final int start;

  private MadeChanges(RandomGenerator random, StoredPlan plan) {
    this.random = random;
    this.plan = plan;
    this.start = plan.reading().span().start();
  }

  /** A change: what it is called, and what it makes of which entries. */
  record Made(ChangeKind kind, List<EntryChange> entries) {}

  private record Present(EntryKind kind, EntryState state, EntryReading reading) {}

  static Made any(RandomGenerator random, StoredPlan plan) {
    return new MadeChanges(random, plan).made();
  }

  /** The reading with every body and every clause of its tasks where a plan may have them. */
  static PlanReading laidOut(PlanReading reading) {
    return new PlanReading(
        reading.text(),
        reading.passages(),
        reading.plans().stream().map(MadeChanges::laidOut).toList(),
        reading.findings());
  }

  private static ReadPlan laidOut(ReadPlan plan) {
    int start = plan.span().start();
    return new ReadPlan(
        plan.head(),
        plan.span(),
        plan.goals(),
        plan.tasks().stream()
            .map(
                task ->
                    new Task(
                        new Span(start + 3, start + 20),
                        task.clause().map(clause -> new Span(start + 60, start + 70)),
                        task.path(),
                        task.lead(),
                        task.responsible(),
                        task.participants(),
                        task.implementers(),
                        task.implementersSource(),
                        task.open(),
                        task.deadlines(),
                        task.targets(),
                        task.actions()))
            .toList(),
        plan.obligations(),
        plan.findings());
  }

  private Made made() {
    List<Present> all = present();
    List<Present> tasks = all.stream().filter(entry -> entry.kind() == EntryKind.TASK).toList();
    int wish = random.nextInt(7);
    if (all.isEmpty() || wish == 0) {
      return new Made(ChangeKind.ADD, List.of(added()));
    }
    Present one = Seeded.oneOf(random, all);
    return switch (wish) {
      case 1 -> new Made(ChangeKind.REMOVE, List.of(change(one, null, null)));
      case 2 -> moved(one);
      case 3 -> tasks.isEmpty() ? edited(one) : split(Seeded.oneOf(random, tasks));
      case 4 -> tasks.size() < 2 ? edited(one) : merged(tasks);
      case 5 -> several(all);
      default -> edited(one);
    };
  }

  private List<Present> present() {
    List<Present> all = new ArrayList<>();
    ReadPlan reading = plan.reading();
    EntryStates states = plan.entries();
    for (int i = 0; i < reading.goals().size(); i++) {
      all.add(
          new Present(
              EntryKind.GOAL, states.goals().get(i), EntryReading.of(reading.goals().get(i))));
    }
    for (int i = 0; i < reading.tasks().size(); i++) {
      EntryState state = states.tasks().get(i);
      all.add(
          new Present(
              EntryKind.TASK, state, EntryReading.of(reading.tasks().get(i), state.actionIds())));
    }
    for (int i = 0; i < reading.obligations().size(); i++) {
      all.add(
          new Present(
              EntryKind.OBLIGATION,
              states.obligations().get(i),
              EntryReading.of(reading.obligations().get(i))));
    }
    return all;
  }

  private EntryChange added() {
    EntryKind kind = Seeded.oneOf(random, List.of(EntryKind.values()));
    long there = present().stream().filter(entry -> entry.kind() == kind).count();
    Integer position = random.nextBoolean() ? random.nextInt((int) there + 1) : null;
    return new EntryChange(kind, null, null, position, content(kind, List.of()));
  }

  private Made edited(Present one) {
    List<UUID> kept = shuffled(one.state().actionIds());
    List<UUID> some = kept.subList(0, random.nextInt(kept.size() + 1));
    return new Made(ChangeKind.EDIT, List.of(change(one, null, content(one.kind(), some))));
  }

  /** Its content goes back as it is, whatever the reader has read. */
  private Made moved(Present one) {
    List<Present> like = present().stream().filter(e -> e.kind() == one.kind()).toList();
    int others = like.size() - 1;
    if (others == 0) {
      return edited(one);
    }
    int now = like.indexOf(one);
    int position = (now + 1 + random.nextInt(others)) % like.size();
    return new Made(
        ChangeKind.MOVE, List.of(change(one, position, EntryContent.of(one.reading()))));
  }

  private Made split(Present task) {
    List<UUID> actions = task.state().actionIds();
    int cut = random.nextInt(actions.size() + 1);
    EntryChange second =
        new EntryChange(
            EntryKind.TASK,
            null,
            null,
            random.nextBoolean() ? 0 : null,
            content(EntryKind.TASK, actions.subList(cut, actions.size())));
    return new Made(
        ChangeKind.SPLIT,
        List.of(change(task, null, content(EntryKind.TASK, actions.subList(0, cut))), second));
  }

  private Made merged(List<Present> tasks) {
    int at = random.nextInt(tasks.size() - 1);
    Present first = tasks.get(at);
    Present second = tasks.get(at + 1);
    List<UUID> actions =
        Stream.concat(first.state().actionIds().stream(), second.state().actionIds().stream())
            .toList();
    return new Made(
        ChangeKind.MERGE,
        List.of(
            change(first, null, content(EntryKind.TASK, shuffled(actions))),
            change(second, null, null)));
  }

  private Made several(List<Present> all) {
    List<Present> some = shuffled(all).subList(0, 1 + random.nextInt(all.size()));
    List<EntryChange> changes = new ArrayList<>();
    some.forEach(
        one ->
            changes.add(
                change(
                    one,
                    null,
                    random.nextBoolean()
                        ? content(one.kind(), shuffled(one.state().actionIds()))
                        : null)));
    changes.add(added(null));
    return new Made(ChangeKind.EDIT, changes);
  }

  private EntryChange added(@Nullable Integer position) {
    EntryKind kind = Seeded.oneOf(random, List.of(EntryKind.values()));
    return new EntryChange(kind, null, null, position, content(kind, List.of()));
  }

  private static EntryChange change(
      Present one, @Nullable Integer position, @Nullable EntryContent after) {
    return new EntryChange(one.kind(), one.state().id(), one.state().version(), position, after);
  }

  private EntryContent content(EntryKind kind, List<UUID> actions) {
    boolean task = kind == EntryKind.TASK;
    Span body = within(0, 50);
    Optional<Span> clause = task ? maybe(() -> within(50, 100)) : Optional.empty();
    List<DeadlineContent> deadlines = list(3, this::deadline);
    return new EntryContent(
        body.start(),
        body.end(),
        clause.map(Span::start).orElse(null),
        clause.map(Span::end).orElse(null),
        list(3, this::name),
        task ? list(3, this::name) : List.of(),
        task ? list(3, this::name) : List.of(),
        task ? list(3, this::name) : List.of(),
        task ? list(3, this::name) : List.of(),
        task
            ? maybe(() -> Seeded.oneOf(random, List.of(Task.ImplementersSource.values())))
                .orElse(null)
            : null,
        task && random.nextBoolean(),
        kind == EntryKind.GOAL ? maybe(this::name).orElse(null) : null,
        kind == EntryKind.OBLIGATION ? maybe(this::name).orElse(null) : null,
        kind == EntryKind.OBLIGATION ? list(3, this::name) : List.of(),
        deadlines,
        list(3, () -> target(deadlines)),
        task ? actions(actions) : List.of());
  }

  private List<ActionContent> actions(List<UUID> kept) {
    List<ActionContent> actions = new ArrayList<>();
    kept.forEach(id -> actions.add(action(id)));
    IntStream.range(0, random.nextInt(3)).forEach(i -> actions.add(action(null)));
    Collections.shuffle(actions, Random.from(random));
    return actions;
  }

  private ActionContent action(@Nullable UUID id) {
    Span span = within(0, 100);
    List<DeadlineContent> deadlines = list(2, this::deadline);
    return new ActionContent(
        id,
        span.start(),
        span.end(),
        maybe(this::name).orElse(null),
        list(2, this::name),
        deadlines,
        list(2, () -> target(deadlines)));
  }

  private DeadlineContent deadline() {
    Span span = within(0, 100);
    return new DeadlineContent(
        Seeded.oneOf(random, NOTATIONS), span.start(), span.end(), random.nextBoolean());
  }

  private TargetContent target(List<DeadlineContent> dates) {
    Span span = within(0, 100);
    return new TargetContent(
        span.start(),
        span.end(),
        name(),
        Seeded.oneOf(random, List.of(">=", "<=", "<", "=", "~")),
        maybe(
                () ->
                    new BigDecimal(
                        Seeded.oneOf(random, List.of("95", "3500.0", "0.350", "-8", "1E+9"))))
            .orElse(null),
        random.nextBoolean() ? "%" : "",
        dates.isEmpty() || random.nextBoolean() ? null : Seeded.oneOf(random, dates).notation(),
        maybe(this::name).orElse(null),
        maybe(this::name).orElse(null),
        maybe(this::name).orElse(null),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private Span within(int from, int to) {
    int first = start + from + random.nextInt((to - from) / 2);
    return new Span(first, first + random.nextInt((to - from) / 2));
  }

  private String name() {
    return Seeded.oneOf(random, NAMES);
  }

  private <T> List<T> shuffled(List<T> values) {
    List<T> copy = new ArrayList<>(values);
    Collections.shuffle(copy, Random.from(random));
    return copy;
  }

  private <T> List<T> list(int longest, Supplier<T> element) {
    return Stream.generate(element).limit(random.nextInt(longest + 1)).toList();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
