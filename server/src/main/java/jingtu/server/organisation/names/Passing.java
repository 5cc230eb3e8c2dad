package jingtu.server.organisation.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Answering.Step;
import jingtu.server.organisation.NameAnswer.Candidate;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Succession;
import jingtu.vocabulary.Message;

/**
 * Follows an organisation through those who took over from it. Where everything passed to one, that
 * one answers. Where it came apart, the words of what passed on are held against the text of the
 * task, and only a function that the text names in full, and no other, decides by itself.
 */
public final class Passing {

  private final Map<UUID, Organisation> organisations;
  private final Known known;

  public Passing(Map<UUID, Organisation> organisations, List<Succession> successions) {
    this.organisations = organisations;
    this.known = new Known(successions, organisations);
  }

  /** See {@link jingtu.server.organisation.Directory#answering}. */
  public Answering follow(
      Organisation named,
      LocalDate planDay,
      LocalDate on,
      String text,
      BiFunction<UUID, LocalDate, Optional<UUID>> chosen) {
    LocalDate day = on.isBefore(planDay) ? planDay : on;
    List<Step> steps = new ArrayList<>();
    Organisation at = named;
    LocalDate since = planDay;
    boolean first = true;
    while (true) {
      List<Succession> next = next(at, since, day, first && Known.hasEnded(at, since));
      if (next.isEmpty()) {
        return stays(at, day, steps);
      }
      LocalDate turn = next.getFirst().on();
      switch (decide(at, next, text, chosen.apply(at.id(), turn))) {
        case Next.Goes(Step step) -> {
          steps.add(step);
          at = step.to();
        }
        case Next.Stays stays -> {}
        case Next.Asks(List<Candidate> candidates) -> {
          return new Answering.Undecided(at, turn, candidates, steps);
        }
      }
      since = turn;
      first = false;
    }
  }

  private static Answering stays(Organisation at, LocalDate day, List<Step> steps) {
    return at.endedOn().isPresent() && Known.hasEnded(at, day)
        ? new Answering.Nobody(at, at.endedOn().get(), steps)
        : new Answering.By(at, steps);
  }

  /**
   * The earliest takeovers that matter: after the day since which it answers, or all of them where
   * it had ended before the plan that still goes by its name.
   */
  private List<Succession> next(
      Organisation at, LocalDate since, LocalDate day, boolean endedBefore) {
    List<Succession> due =
        known
            .from(at)
            .filter(each -> !each.on().isAfter(day))
            .filter(each -> endedBefore || each.on().isAfter(since))
            .toList();
    return due.stream().filter(each -> each.on().equals(due.getFirst().on())).toList();
  }

  /** What a turn in an organisation's history means for the task. */
  private sealed interface Next {
    record Goes(Step step) implements Next {}

    record Stays() implements Next {}

    record Asks(List<Candidate> candidates) implements Next {}
  }

  private Next decide(Organisation at, List<Succession> next, String text, Optional<UUID> chosen) {
    LocalDate on = next.getFirst().on();
    if (chosen.isPresent()) {
      return chosen.get().equals(at.id())
          ? new Next.Stays()
          : new Next.Goes(
              new Step(at.id(), get(chosen.get()), on, Message.of("names.passed-chosen"), true));
    }
    List<UUID> successors = next.stream().map(Succession::successor).distinct().toList();
    boolean remains = at.endedOn().filter(end -> !end.isAfter(on)).isEmpty();
    if (successors.size() == 1 && next.stream().anyMatch(Succession::whole)) {
      return new Next.Goes(step(next.getFirst(), Message.of("names.passed-whole", at.name(), on)));
    }
    return byFunction(at, next, text, remains);
  }

  private Next byFunction(Organisation at, List<Succession> next, String text, boolean remains) {
    List<Succession> named = next.stream().filter(each -> names(text, each)).toList();
    List<Succession> hinted = next.stream().filter(each -> hints(text, each)).toList();
    long spokenOf =
        Stream.concat(named.stream(), hinted.stream())
            .map(Succession::successor)
            .distinct()
            .count();
    if (!named.isEmpty() && spokenOf == 1) {
      Succession only = named.getFirst();
      return new Next.Goes(
          step(only, Message.of("names.passed-function", only.function(), only.on())));
    }
    boolean partsOnly = next.stream().noneMatch(Succession::whole);
    if (remains && partsOnly && hinted.isEmpty()) {
      return new Next.Stays();
    }
    Stream<Succession> ordered =
        Stream.of(
                named.stream(),
                hinted.stream(),
                next.stream().filter(Succession::whole),
                next.stream())
            .flatMap(each -> each);
    List<Candidate> candidates = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    ordered
        .filter(each -> seen.add(each.successor()))
        .forEach(each -> candidates.add(new Candidate(get(each.successor()), why(each))));
    if (remains) {
      candidates.add(new Candidate(at, Message.of("names.passed-stays", at.name())));
    }
    return new Next.Asks(List.copyOf(candidates));
  }

  private Message why(Succession each) {
    return each.whole()
        ? Message.of("names.took-the-rest", each.on())
        : Message.of("names.took-function", each.function(), each.on());
  }

  private Step step(Succession succession, Message reason) {
    return new Step(
        succession.predecessor(), get(succession.successor()), succession.on(), reason, false);
  }

  private Organisation get(UUID id) {
    Organisation found = organisations.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no organisation " + id);
    }
    return found;
  }

  /** Whether the text names the whole of what passed on. */
  private static boolean names(String text, Succession succession) {
    return FunctionWords.phrases(succession.function()).stream().anyMatch(text::contains);
  }

  /** Whether the text speaks of the same matter, if not in the same words. */
  private static boolean hints(String text, Succession succession) {
    return FunctionWords.phrases(succession.function()).stream()
        .map(FunctionWords::matter)
        .anyMatch(matter -> matter.length() >= 2 && text.contains(matter));
  }
}
