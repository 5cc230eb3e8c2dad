package jingtu.server.organisation.names;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Succession;

/** Which organisations there were on a day, as far as successions and ends say. */
final class Known {

  private final List<Succession> successions;

  Known(List<Succession> successions, Map<UUID, Organisation> organisations) {
    this.successions =
        successions.stream()
            .filter(
                each ->
                    organisations.containsKey(each.predecessor())
                        && organisations.containsKey(each.successor()))
            .sorted(Comparator.comparing(Succession::on).thenComparing(Succession::id))
            .toList();
  }

  /** The successions of an organisation, the earliest first. */
  Stream<Succession> from(Organisation predecessor) {
    return successions.stream().filter(each -> each.predecessor().equals(predecessor.id()));
  }

  static boolean hasEnded(Organisation organisation, LocalDate day) {
    return organisation.endedOn().filter(end -> !end.isAfter(day)).isPresent();
  }

  /**
   * Those of several that answered to a shared name on a day: none that had ended, and none that
   * took over from another of them only later.
   */
  List<Organisation> on(LocalDate day, List<Organisation> several) {
    return several.stream()
        .filter(each -> !hasEnded(each, day) && !tookOverLater(each, day, several))
        .toList();
  }

  private boolean tookOverLater(Organisation each, LocalDate day, List<Organisation> several) {
    return successions.stream()
        .filter(passed -> passed.successor().equals(each.id()) && passed.on().isAfter(day))
        .anyMatch(
            passed -> several.stream().anyMatch(other -> other.id().equals(passed.predecessor())));
  }
}
