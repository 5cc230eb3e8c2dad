package jingtu.server.register.lifecycle;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.definition.DeadlineRule;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.lifecycle.Deadline.Standing;
import jingtu.vocabulary.Due;
import jingtu.vocabulary.DueDay;
import jingtu.vocabulary.WorkingDays;

/**
 * What is due by one rule for one record on one day.
 *
 * <p>What is due once has one deadline. What recurs has one for each time, from the day on which
 * the record came under the rule to the first time that is still to come and not done. The field
 * {@code done} holds the day of the last doing only, so earlier doings are remembered in the
 * deadlines that they met:
 *
 * <ul>
 *   <li>A doing meets the oldest deadline that is open; but none before the day of the one before
 *       it is over, so that nothing is met a whole period early.
 *   <li>Another day in the field is another doing where it had not come yet when the former day was
 *       written down; where it had, it corrects the former one. A day before the former one
 *       corrects it, an empty field takes it back.
 * </ul>
 *
 * <p>Without such a field, what is due once is met when the record goes on to a state that stands
 * later in the life cycle than the one in which it is due. Of what recurs nothing says that it was
 * done, so each time passes with its day.
 */
final class Reckoning {

  private final DeadlineRule rule;
  private final Due due;
  private final Lifecycle lifecycle;
  private final WorkingDays calendar;
  private final boolean applies;
  private final Facts facts;
  private final LocalDate today;
  private final Supplier<DeadlineId> ids;

  /**
   * @param applies whether the rule's condition holds
   * @param ids of new deadlines
   */
  Reckoning(
      DeadlineRule rule,
      Lifecycle lifecycle,
      WorkingDays calendar,
      boolean applies,
      Facts facts,
      LocalDate today,
      Supplier<DeadlineId> ids) {
    this.rule = rule;
    this.due =
        Due.parse(rule.due())
            .find()
            .orElseThrow(() -> new IllegalArgumentException("no deadline: " + rule.due()));
    this.lifecycle = lifecycle;
    this.calendar = calendar;
    this.applies = applies;
    this.facts = facts;
    this.today = today;
    this.ids = ids;
  }

  /** One time that it is due, and when that was done. */
  private record Occurrence(DueDay due, Optional<LocalDate> met) {}

  /**
   * What is to be changed in the deadlines of this rule and record.
   *
   * @param before all of them, those that were dropped included
   */
  List<DeadlineChange> changes(List<Deadline> before) {
    List<Deadline> passed = before.stream().filter(this::hasPassed).toList();
    List<DeadlineChange> changes = new ArrayList<>();
    passed.stream()
        .map(deadline -> new DeadlineChange.Amended(deadline.with(new Standing.Passed(today))))
        .forEach(changes::add);
    changes.addAll(
        changesOf(before.stream().filter(deadline -> !passed.contains(deadline)).toList()));
    return changes;
  }

  /** Whether its day is over and nothing will ever tell whether it was done. */
  private boolean hasPassed(Deadline deadline) {
    return deadline.isOpen()
        && due.recurs()
        && rule.done().isEmpty()
        && deadline.due().date().isBefore(today);
  }

  private List<DeadlineChange> changesOf(List<Deadline> before) {
    List<Deadline> open = before.stream().filter(Deadline::isOpen).toList();
    boolean inForce = applies && !facts.removed() && isDueInState();
    if (!inForce && open.isEmpty()) {
      return List.of();
    }
    if (!inForce && isMetByState()) {
      LocalDate left = facts.findEntered(facts.state()).orElse(today);
      return open.stream().map(deadline -> met(deadline, left, true)).toList();
    }
    List<Deadline> kept =
        rule.done().isPresent()
            ? before.stream().filter(d -> d.isOpen() || d.findMet().isPresent()).toList()
            : open;
    List<Occurrence> wanted = occurrences(kept);
    return inForce
        ? new Comparison(kept).with(wanted)
        : new Comparison(kept).with(wanted.stream().filter(o -> o.met().isPresent()).toList());
  }

  private boolean isDueInState() {
    return rule.when()
        .map(state -> state.equals(facts.state()))
        .orElseGet(() -> !isEnd(facts.state()));
  }

  private boolean isEnd(String state) {
    return lifecycle.findState(state).filter(Lifecycle.State::end).isPresent();
  }

  /** Whether the state that the record has gone on to says that it was done. */
  private boolean isMetByState() {
    return rule.done().isEmpty()
        && !due.recurs()
        && !facts.removed()
        && rule.when()
            .map(state -> place(facts.state()) > place(state))
            .orElseGet(() -> isEnd(facts.state()));
  }

  private int place(String state) {
    List<String> ids = lifecycle.states().stream().map(Lifecycle.State::id).toList();
    return ids.indexOf(state);
  }

  private Optional<LocalDate> done() {
    return rule.done().flatMap(facts::findDay);
  }

  private Optional<LocalDate> event() {
    Optional<String> named = rule.event().or(rule::when);
    Optional<String> state = named.filter(id -> lifecycle.findState(id).isPresent());
    return state.isPresent() ? state.flatMap(facts::findEntered) : named.flatMap(facts::findDay);
  }

  private List<Occurrence> occurrences(List<Deadline> before) {
    if (due.recurs()) {
      return recurring(doings(before));
    }
    return due.next(LocalDate.MIN, event(), calendar).stream()
        .map(day -> new Occurrence(day, done()))
        .toList();
  }

  /** The days on which it was done, as far as the deadlines and the field tell. */
  private NavigableSet<LocalDate> doings(List<Deadline> before) {
    Optional<LocalDate> last = done();
    NavigableSet<LocalDate> doings =
        before.stream()
            .flatMap(deadline -> deadline.findMet().stream())
            .filter(
                met ->
                    last.map(day -> met.on().isBefore(day) && met.recorded().isBefore(day))
                        .orElse(met.settled()))
            .map(Standing.Met::on)
            .collect(toCollection(TreeSet::new));
    last.ifPresent(doings::add);
    return doings;
  }

  private List<Occurrence> recurring(NavigableSet<LocalDate> doings) {
    List<Occurrence> times = new ArrayList<>();
    LocalDate since = rule.when().flatMap(facts::findEntered).orElse(facts.created());
    LocalDate from = rule.done().isEmpty() && since.isBefore(today) ? today : since;
    Optional<DueDay> day = due.next(from, event(), calendar);
    LocalDate before = day.map(first -> dayBefore(first.date())).orElse(LocalDate.MIN);
    boolean ahead = false;
    while (day.isPresent() && !ahead) {
      LocalDate date = day.get().date();
      Optional<LocalDate> met = Optional.ofNullable(doings.higher(before));
      met.ifPresent(doings::remove);
      times.add(new Occurrence(day.get(), met));
      ahead = met.isEmpty() && !date.isBefore(today);
      before = date;
      day = due.next(date.plusDays(1), event(), calendar);
    }
    return times;
  }

  /** The day on which it was due the time before, be it before the record was there. */
  private LocalDate dayBefore(LocalDate first) {
    Period step =
        switch (due) {
          case Due.Every every -> every.period();
          case Due.EveryAfterEvent every -> every.period();
          case Due.EveryYear every -> Period.ofYears(1);
          case Due.EndOfEach every -> Period.ofYears(1);
          case Due.On once -> Period.ZERO;
          case Due.FromEvent once -> Period.ZERO;
          case Due.WorkingDaysFromEvent once -> Period.ZERO;
        };
    LocalDate from = first.minus(step).minusDays(3);
    List<DueDay> earlier = due.between(from, first.minusDays(1), event(), calendar);
    return earlier.isEmpty() ? first.minus(step) : earlier.getLast().date();
  }

  private DeadlineChange met(Deadline deadline, LocalDate on, boolean settled) {
    return new DeadlineChange.Met(deadline.with(new Standing.Met(on, today, settled)));
  }

  /** Holds what is stored against what should be. */
  private final class Comparison {

    private final List<Deadline> left;
    private final List<DeadlineChange> changes = new ArrayList<>();

    Comparison(List<Deadline> stored) {
      left = new ArrayList<>(stored.stream().sorted(comparing(d -> d.due().date())).toList());
    }

    List<DeadlineChange> with(List<Occurrence> wanted) {
      List<Occurrence> unmatched = new ArrayList<>();
      for (Occurrence occurrence : wanted) {
        take(deadline -> deadline.due().date().equals(occurrence.due().date()))
            .ifPresentOrElse(
                deadline -> keep(deadline, occurrence), () -> unmatched.add(occurrence));
      }
      for (Occurrence occurrence : unmatched) {
        take(deadline -> deadline.isOpen() || !due.recurs())
            .ifPresentOrElse(deadline -> keep(deadline, occurrence), () -> add(occurrence));
      }
      left.stream()
          .filter(Deadline::isOpen)
          .map(deadline -> new DeadlineChange.Dropped(deadline.with(new Standing.Dropped(today))))
          .forEach(changes::add);
      return changes;
    }

    /** Open ones before met ones. */
    private Optional<Deadline> take(Predicate<Deadline> fits) {
      Optional<Deadline> found =
          left.stream()
              .filter(Deadline::isOpen)
              .filter(fits)
              .findFirst()
              .or(() -> left.stream().filter(fits).reduce((earlier, later) -> later));
      found.ifPresent(left::remove);
      return found;
    }

    private void add(Occurrence occurrence) {
      Deadline fresh =
          new Deadline(ids.get(), facts.record(), rule.id(), occurrence.due(), new Standing.Open());
      if (occurrence.met().isEmpty()) {
        changes.add(new DeadlineChange.Set(fresh));
      } else if (due.recurs()) {
        changes.add(new DeadlineChange.Noted(fresh.with(standing(occurrence, Optional.empty()))));
      }
    }

    private void keep(Deadline deadline, Occurrence occurrence) {
      Deadline after =
          deadline.with(occurrence.due()).with(standing(occurrence, deadline.findMet()));
      if (deadline.isOpen() && !after.isOpen()) {
        changes.add(new DeadlineChange.Met(after));
      } else if (!deadline.isOpen() && after.isOpen()) {
        changes.add(new DeadlineChange.Reopened(after));
      } else if (after.isOpen() && !after.due().date().equals(deadline.due().date())) {
        changes.add(new DeadlineChange.Moved(after));
      } else if (!after.equals(deadline)) {
        changes.add(new DeadlineChange.Amended(after));
      }
    }

    private Standing standing(Occurrence occurrence, Optional<Standing.Met> before) {
      return occurrence
          .met()
          .<Standing>map(
              on ->
                  new Standing.Met(
                      on,
                      before
                          .filter(met -> met.on().equals(on))
                          .map(Standing.Met::recorded)
                          .orElse(today),
                      !done().equals(Optional.of(on))))
          .orElseGet(Standing.Open::new);
    }
  }
}
