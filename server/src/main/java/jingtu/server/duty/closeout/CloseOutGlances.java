package jingtu.server.duty.closeout;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Close-out lists on which something is left to do, for homes: what is wanted first comes first.
 */
@Service
public class CloseOutGlances {

  private static final Comparator<CloseOutGlance> BY_DAY =
      Comparator.comparing((CloseOutGlance glance) -> glance.nearest().orElse(LocalDate.MAX))
          .thenComparing(CloseOutGlance::name)
          .thenComparing(glance -> glance.list().value());

  private final CloseOutLists lists;
  private final Clock clock;

  CloseOutGlances(CloseOutLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /** Those on which an organisation has open items, by what it has on them. */
  @Transactional(readOnly = true)
  public List<CloseOutGlance> ofOrganisation(Scope scope, UUID organisation) {
    List<CloseOutList> seen = lists.list(scope, Optional.empty());
    if (seen.isEmpty()) {
      return List.of();
    }
    Map<CloseOutListId, CloseOutTally> own =
        lists.shares(scope, Optional.empty(), OfficeDay.today(clock)).stream()
            .filter(share -> share.organisation().equals(organisation))
            .collect(toMap(CloseOutLists.Share::list, CloseOutLists.Share::tally));
    Map<CloseOutListId, LocalDate> nearest = lists.nearest(scope, Optional.of(organisation));
    return seen.stream()
        .map(list -> glance(list, own, nearest, Optional.empty()))
        .filter(glance -> glance.open() > 0)
        .sorted(BY_DAY)
        .toList();
  }

  /** Those that the scope keeps on which items are open or wait to be looked at. */
  @Transactional(readOnly = true)
  public List<CloseOutGlance> kept(Scope scope) {
    List<CloseOutList> kept =
        lists.list(scope, Optional.empty()).stream()
            .filter(list -> lists.keeps(scope, list))
            .toList();
    if (kept.isEmpty()) {
      return List.of();
    }
    LocalDate today = OfficeDay.today(clock);
    Map<CloseOutListId, CloseOutTally> tallies =
        CloseOutLists.byList(lists.shares(scope, Optional.empty(), today));
    Map<CloseOutListId, LocalDate> nearest = lists.nearest(scope, Optional.empty());
    return kept.stream()
        .map(list -> glance(list, tallies, nearest, Optional.of(today)))
        .filter(glance -> glance.open() + glance.submitted() > 0)
        .sorted(BY_DAY)
        .toList();
  }

  /** How a list stands, against its percentages too where a day is given. */
  private static CloseOutGlance glance(
      CloseOutList list,
      Map<CloseOutListId, CloseOutTally> tallies,
      Map<CloseOutListId, LocalDate> nearest,
      Optional<LocalDate> day) {
    CloseOutTally tally = tallies.getOrDefault(list.id(), CloseOutTally.NONE);
    return new CloseOutGlance(
        list.id(),
        list.name(),
        tally.open(),
        tally.overdue(),
        tally.submitted(),
        Optional.ofNullable(nearest.get(list.id())),
        day.stream()
            .flatMap(today -> list.targets().standings(tally, today).stream())
            .filter(standing -> standing.lacking() > 0)
            .findFirst());
  }
}
