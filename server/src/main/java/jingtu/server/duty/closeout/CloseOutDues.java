package jingtu.server.duty.closeout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of close-out lists falls due, for homes and reminders. */
@Service
public class CloseOutDues {

  private final CloseOutLists lists;
  private final Clock clock;

  CloseOutDues(CloseOutLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * What is due by a day, with what is overdue already, the earliest first: open items that the
   * scope sees, and percentages of the lists that it keeps.
   */
  @Transactional(readOnly = true)
  public List<CloseOutDue> until(Scope scope, LocalDate last) {
    LocalDate today = OfficeDay.today(clock);
    Map<CloseOutListId, CloseOutTally> tallies =
        CloseOutLists.byList(lists.shares(scope, Optional.empty(), today));
    return lists.list(scope, Optional.empty()).stream()
        .flatMap(
            list ->
                Stream.concat(
                    items(scope, list),
                    percentages(
                        scope, list, tallies.getOrDefault(list.id(), CloseOutTally.NONE), today)))
        .filter(due -> !due.day().isAfter(last))
        .sorted(Comparator.comparing(CloseOutDue::day))
        .toList();
  }

  private Stream<CloseOutDue> items(Scope scope, CloseOutList list) {
    return lists.items(scope, list.id()).stream()
        .filter(item -> item.state() == CloseOutState.OPEN)
        .map(
            item ->
                new CloseOutDue.Item(
                    list.id(),
                    list.name(),
                    item.entry().due().orElseThrow(),
                    item.id(),
                    item.entry().number(),
                    item.entry().task(),
                    item.organisation(),
                    item.entry().person()));
  }

  private Stream<CloseOutDue> percentages(
      Scope scope, CloseOutList list, CloseOutTally tally, LocalDate today) {
    return lists.keeps(scope, list)
        ? list.targets().standings(tally, today).stream()
            .filter(standing -> standing.lacking() > 0)
            .map(
                standing ->
                    new CloseOutDue.Percentage(
                        list.id(),
                        list.name(),
                        standing.milestone().day(),
                        standing.milestone().percent(),
                        standing.lacking()))
        : Stream.empty();
  }
}
