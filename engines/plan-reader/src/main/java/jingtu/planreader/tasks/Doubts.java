package jingtu.planreader.tasks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.planreader.grammar.Misprints;
import jingtu.planreader.grammar.Titles;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.tasks.DutyReader.Duty;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Collects what in a plan was not understood or looks wrong. */
final class Doubts {

  private final Condensed text;
  private final Head head;
  private final List<Doubt> all = new ArrayList<>();

  Doubts(Condensed text, Head head) {
    this.text = text;
    this.head = head;
    checkHead();
  }

  List<Doubt> all() {
    return List.copyOf(all);
  }

  private void checkHead() {
    if (head.title().isEmpty()) {
      add(head.span(), List.of(), "no-title", "name-it");
    }
    Optional<Integer> numberYear = head.number().flatMap(Titles::yearOfNumber);
    head.date()
        .filter(date -> numberYear.isPresent() && numberYear.get() != date.getYear())
        .ifPresent(
            date ->
                add(
                    head.span(),
                    List.of(),
                    "number-and-date",
                    "compare-original",
                    head.number().orElse(""),
                    date));
  }

  void unbalanced(Span place, List<String> path) {
    add(place, path, "unbalanced", "read-as-if-closed");
  }

  void clauseWithoutText(Span place, List<String> path) {
    add(place, path, "clause-without-text", "see-who-it-concerns");
  }

  void notUnderstood(Span place, List<String> path) {
    add(place, path, "clause-not-understood", "enter-by-hand");
  }

  void unclear(Span place, List<String> path, List<String> names) {
    names.forEach(name -> add(place, path, "unclear-unit", "check-name", name));
  }

  /** A paragraph that ends like a clause but was not read as one. */
  void lostClause(String words, Span place, List<String> path) {
    if (Misprints.endsLikeClause(words)) {
      notUnderstood(place, path);
    }
  }

  /** Looks at the dates and numbers of some duties. */
  void check(List<Duty> duties, List<String> path) {
    for (Duty duty : duties) {
      duty.deadlines().forEach(deadline -> checkDate(deadline, path));
      for (int[] masked : Misprints.maskedNumbers(duty.words())) {
        Span place = text.span(duty.from() + masked[0], duty.from() + masked[1]);
        add(place, path, "masked-number", "find-original");
      }
      duty.targets().forEach(target -> checkBaseline(target, path));
    }
  }

  private void checkDate(Deadline deadline, List<String> path) {
    Optional<LocalDate> day = day(deadline.notation());
    if (day.isPresent() && head.date().filter(issued -> day.get().isBefore(issued)).isPresent()) {
      add(deadline.span(), path, "before-issue", "ask-issuer", day.get(), head.date().get());
    }
  }

  private void checkBaseline(Target target, List<String> path) {
    Optional<Integer> baseline = target.baseline().flatMap(Titles::yearOfNumber);
    Optional<Integer> by =
        target.by().flatMap(deadline -> day(deadline.notation())).map(LocalDate::getYear);
    if (baseline.isPresent() && by.isPresent() && baseline.get() >= by.get()) {
      add(
          target.span(),
          path,
          "baseline-not-earlier",
          "compare-original",
          baseline.get(),
          by.get());
    }
  }

  private static Optional<LocalDate> day(String notation) {
    return notation.length() == 10 ? Optional.of(LocalDate.parse(notation)) : Optional.empty();
  }

  /** Two values for one indicator by one date contradict each other. */
  void checkTargets(List<Goal> goals, List<Task> tasks) {
    Map<String, Set<BigDecimal>> values = new HashMap<>();
    Stream<Map.Entry<List<String>, Target>> all =
        Stream.concat(
            goals.stream().flatMap(g -> g.targets().stream().map(t -> Map.entry(g.path(), t))),
            tasks.stream().flatMap(t -> t.targets().stream().map(x -> Map.entry(t.path(), x))));
    all.forEach(entry -> checkTarget(entry.getValue(), entry.getKey(), values));
  }

  private void checkTarget(Target target, List<String> path, Map<String, Set<BigDecimal>> values) {
    if (target.by().isEmpty() || target.value().isEmpty()) {
      return;
    }
    String what =
        target.scope().orElse("")
            + target.indicator()
            + target.by().get().notation()
            + target.unit();
    Set<BigDecimal> known = values.computeIfAbsent(what, k -> new TreeSet<>());
    if (known.add(target.value().get()) && known.size() > 1) {
      add(
          target.span(),
          path,
          "two-values",
          "compare-original",
          target.indicator(),
          target.by().get().notation());
    }
  }

  private void add(
      Span place, List<String> path, String problem, String remedy, Object... arguments) {
    String where = path.isEmpty() ? head.title() : path.getLast();
    all.add(
        new Doubt(
            place,
            path,
            new Finding(
                where,
                Message.of("plan-reader." + problem, arguments),
                Message.of("plan-reader." + remedy))));
  }
}
