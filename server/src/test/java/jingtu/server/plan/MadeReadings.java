package jingtu.server.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * Readings made at random: every field filled in some and empty in others, characters beyond the
 * basic plane, quotes and line ends in every text. They say nothing sensible, only something that
 * has to come back as it was.
 */
final class MadeReadings {

  private static final List<String> PIECES =
      List.of(
          "县", "农膜回收率", "𠮷", "\n", "　", "“", "'", "\"", "\\", "{0}", "95%", "。", "a", "🌾", ";");

  private final RandomGenerator random;
  private int place;

  private MadeReadings(RandomGenerator random) {
    this.random = random;
  }

  static PlanReading any(RandomGenerator random) {
    return new MadeReadings(random).reading();
  }

  private PlanReading reading() {
    List<ReadPlan> plans = list(3, this::plan);
    String text = Stream.generate(this::words).limit(30).reduce("", String::concat);
    return new PlanReading(text, list(6, this::passage), plans, list(2, this::doubt));
  }

  /** Plans follow one another and do not overlap. */
  private ReadPlan plan() {
    int start = place;
    place += 100;
    return new ReadPlan(
        head(),
        new Span(start, place - 1),
        list(3, this::goal),
        list(4, this::task),
        list(2, this::obligation),
        list(2, this::doubt));
  }

  private Head head() {
    return new Head(
        span(),
        words(),
        maybe(this::words),
        maybe(this::words),
        maybe(() -> LocalDate.of(2017 + random.nextInt(10), 1, 1).plusDays(random.nextInt(365))),
        list(3, this::words),
        list(3, this::words),
        maybe(this::words));
  }

  private Passage passage() {
    return new Passage(
        Seeded.oneOf(random, List.of(Passage.Kind.values())),
        random.nextInt(4),
        new Span(1_000 + random.nextInt(50), 1_050),
        path());
  }

  private Goal goal() {
    return new Goal(
        span(), path(), maybe(this::words), list(3, this::deadline), list(3, this::target));
  }

  private Task task() {
    return new Task(
        span(),
        maybe(this::span),
        path(),
        list(3, this::words),
        list(3, this::words),
        list(3, this::words),
        list(3, this::words),
        maybe(() -> Seeded.oneOf(random, List.of(Task.ImplementersSource.values()))),
        random.nextBoolean(),
        list(3, this::deadline),
        list(3, this::target),
        list(3, this::action));
  }

  private Action action() {
    return new Action(
        span(),
        maybe(this::words),
        list(2, this::deadline),
        list(2, this::words),
        list(2, this::target));
  }

  private Obligation obligation() {
    return new Obligation(
        span(),
        path(),
        maybe(this::words),
        list(2, this::deadline),
        list(2, this::words),
        list(2, this::target));
  }

  private Deadline deadline() {
    String notation =
        Seeded.oneOf(random, List.of("2028-12-31", "R/P1Y;--12-20", "2026-01-01/..", "R/P3M"));
    return new Deadline(notation, span(), random.nextBoolean());
  }

  private Target target() {
    return new Target(
        span(),
        words(),
        Seeded.oneOf(random, List.of(Target.Comparator.values())),
        maybe(
            () ->
                new BigDecimal(
                    Seeded.oneOf(random, List.of("95", "3500.0", "0.350", "-8", "1E+9")))),
        words(),
        maybe(this::deadline),
        maybe(this::words),
        maybe(this::words),
        maybe(this::words),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private Doubt doubt() {
    return new Doubt(
        span(),
        path(),
        new Finding(
            words(), new Message("plan.secret", list(2, this::words)), Message.of("plan.no-plan")));
  }

  private List<String> path() {
    return list(3, this::words);
  }

  private Span span() {
    int start = random.nextInt(200);
    return new Span(start, start + random.nextInt(50));
  }

  private String words() {
    return String.join("", list(4, () -> Seeded.oneOf(random, PIECES)));
  }

  private <T> List<T> list(int longest, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
