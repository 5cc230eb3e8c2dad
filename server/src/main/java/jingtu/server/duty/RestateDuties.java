package jingtu.server.duty;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.plan.When;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says anew what duties are asked where their plan, document or register says it otherwise by now.
 * What many organisations are asked stands once, so it is said anew once.
 */
@Component
class RestateDuties {

  private static final String BETWEEN = "; ";

  private final SourceRows sources;
  private final DutyRows rows;
  private final Duties duties;

  RestateDuties(SourceRows sources, DutyRows rows, Duties duties) {
    this.sources = sources;
    this.rows = rows;
    this.duties = duties;
  }

  /** What is asked at one place, as it stands and as it should. */
  record Restated(Duty before, Duty now) {}

  /** What is asked otherwise by now, each place once, in the order of what is wanted. */
  static Map<SourceRows.Place, Restated> differences(
      Collection<Duty> wanted, Collection<Duty> there) {
    Map<SourceRows.Place, Duty> known =
        there.stream()
            .collect(
                toMap(
                    duty -> SourceRows.Place.of(duty.origin()),
                    duty -> duty,
                    (one, other) -> one.ended().isEmpty() ? one : other,
                    HashMap::new));
    Map<SourceRows.Place, Restated> differences = new LinkedHashMap<>();
    for (Duty duty : wanted) {
      SourceRows.Place place = SourceRows.Place.of(duty.origin());
      Optional.ofNullable(known.get(place))
          .filter(before -> !asksTheSame(before, duty))
          .ifPresent(before -> differences.putIfAbsent(place, new Restated(before, duty)));
    }
    return differences;
  }

  /**
   * Says it anew, and notes in each duty that is asked it how it was put before.
   *
   * @return whose days may be others by now; the caller tells {@link DaysChanged}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Set<DutyId> restate(Scope scope, Collection<Restated> differences) {
    Set<DutyId> stirred = new LinkedHashSet<>();
    for (Restated each : differences) {
      List<DutyId> asked = sources.restate(each.before().id(), each.now());
      rows.placeAnew(asked);
      rows.list(asked).stream()
          .filter(duty -> duty.ended().isEmpty())
          .forEach(duty -> note(scope, duty, each));
      stirred.addAll(asked);
    }
    return stirred;
  }

  private void note(Scope scope, Duty duty, Restated difference) {
    Map<String, Function<Duty, String>> texts = new LinkedHashMap<>();
    texts.put("sentence", Duty::sentence);
    texts.put("times", RestateDuties::times);
    texts.put("standard", Duty::standard);
    Duty noted = duty;
    for (Map.Entry<String, Function<Duty, String>> text : texts.entrySet()) {
      String before = text.getValue().apply(difference.before());
      String now = text.getValue().apply(difference.now());
      if (!before.equals(now)) {
        noted =
            duties.write(
                scope, noted, new Duties.Alteration(text.getKey(), before, now, "", edit -> edit));
      }
    }
  }

  /** The days where they are known, and the words of whatever has none. */
  private static String times(Duty duty) {
    return duty.times().stream().map(RestateDuties::text).collect(Collectors.joining(BETWEEN));
  }

  private static String text(DutyTime time) {
    return switch (time) {
      case DutyTime.Dated(String notation, String words, boolean assumed)
          when words.isEmpty() || When.DAY.matcher(notation).matches() ->
          notation;
      case DutyTime.Dated dated -> dated.words();
      case DutyTime.OnEvent event -> event.words();
    };
  }

  private static boolean asksTheSame(Duty one, Duty other) {
    return one.sentence().equals(other.sentence())
        && one.origin().equals(other.origin())
        && one.heading().equals(other.heading())
        && one.chapter().equals(other.chapter())
        && one.standard().equals(other.standard())
        && one.times().equals(other.times())
        && one.due().equals(other.due());
  }
}
