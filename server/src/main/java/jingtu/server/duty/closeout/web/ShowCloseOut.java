package jingtu.server.duty.closeout.web;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duties;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.CloseOutLists.Share;
import jingtu.server.duty.closeout.CloseOutTally;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutDutyView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutItemView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutListView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutShareView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutTallyView;
import jingtu.server.duty.closeout.web.CloseOutViews.WholeCloseOutListView;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;

/** Tells lists and items with the names of what they speak of, as they stand today. */
@Component
class ShowCloseOut {

  private final CloseOutLists lists;
  private final Organisations organisations;
  private final Duties duties;
  private final Clock clock;

  ShowCloseOut(CloseOutLists lists, Organisations organisations, Duties duties, Clock clock) {
    this.lists = lists;
    this.organisations = organisations;
    this.duties = duties;
    this.clock = clock;
  }

  List<CloseOutListView> all(Scope scope, List<CloseOutList> shown) {
    LocalDate today = today();
    Map<CloseOutListId, CloseOutTally> tallies =
        CloseOutLists.byList(lists.shares(scope, Optional.empty(), today));
    return shown.stream()
        .map(
            list ->
                CloseOutListView.of(
                    list,
                    tallies.getOrDefault(list.id(), CloseOutTally.NONE),
                    lists.keeps(scope, list),
                    today))
        .toList();
  }

  WholeCloseOutListView whole(Scope scope, CloseOutList list) {
    LocalDate today = today();
    Map<UUID, String> names = names(scope);
    List<Share> shares = lists.shares(scope, Optional.of(list.id()), today);
    return new WholeCloseOutListView(
        CloseOutListView.of(
            list,
            CloseOutTally.sum(shares.stream().map(Share::tally).toList()),
            lists.keeps(scope, list),
            today),
        list.duty()
            .flatMap(duty -> duties.find(scope, duty))
            .map(CloseOutDutyView::of)
            .orElse(null),
        shares.stream()
            .map(
                share ->
                    new CloseOutShareView(
                        share.organisation(),
                        names.getOrDefault(share.organisation(), ""),
                        CloseOutTallyView.of(share.tally())))
            .sorted(Comparator.comparing(CloseOutShareView::name))
            .toList());
  }

  List<CloseOutItemView> items(Scope scope, List<CloseOutItem> items) {
    LocalDate today = today();
    Map<UUID, String> names = names(scope);
    return items.stream()
        .map(item -> CloseOutItemView.of(item, names, scope.organisation(), today))
        .toList();
  }

  CloseOutItemView item(Scope scope, CloseOutItem item) {
    return items(scope, List.of(item)).getFirst();
  }

  /** What organisations are called, by their ids. */
  Map<UUID, String> names(Scope scope) {
    return organisations.list(scope).stream().collect(toMap(Organisation::id, Organisation::name));
  }

  LocalDate today() {
    return OfficeDay.today(clock);
  }
}
