package jingtu.server.duty.closeout;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;

/** Holds an item while something is done with it, if the scope may and nobody was quicker. */
@Component
class HoldItem {

  private final CloseOutLists lists;
  private final CloseOutRows rows;

  HoldItem(CloseOutLists lists, CloseOutRows rows) {
    this.lists = lists;
    this.rows = rows;
  }

  /** Does what only whoever keeps the list may. */
  ItemOutcome keeping(
      Scope scope,
      CloseOutItemId id,
      int version,
      BiFunction<CloseOutList, CloseOutItem, ItemOutcome> act) {
    return holding(
        scope,
        id,
        (list, item) -> {
          if (!lists.keeps(scope, list)) {
            return new ItemOutcome.NotYours();
          }
          return stale(item, version).orElseGet(() -> act.apply(list, item));
        });
  }

  /** Does what whoever sees the item may, or what {@code act} finds that they may. */
  ItemOutcome holding(
      Scope scope, CloseOutItemId id, BiFunction<CloseOutList, CloseOutItem, ItemOutcome> act) {
    rows.listOf(id).ifPresent(rows::hold);
    Optional<CloseOutItem> item = lists.findItem(scope, id);
    Optional<CloseOutList> list = item.flatMap(found -> lists.find(scope, found.list()));
    return item.isEmpty() || list.isEmpty()
        ? new ItemOutcome.Unknown()
        : act.apply(list.get(), item.get());
  }

  /** That somebody else changed the item since it was seen, and what. */
  Optional<ItemOutcome> stale(CloseOutItem item, int version) {
    return item.version() == version
        ? Optional.empty()
        : Optional.of(
            new ItemOutcome.Stale(
                item,
                rows.changes(item.id()).stream()
                    .filter(change -> change.version() > version)
                    .toList()));
  }

  /** That a reason is missing, or too long; absent where it will do. */
  static Optional<ItemOutcome> reasoned(String reason) {
    String why = reason.strip();
    return why.isEmpty() || why.length() > CloseOutItem.LONGEST_REASON
        ? Optional.of(
            new ItemOutcome.Faulty(
                List.of(
                    new Finding(
                        "why",
                        Message.of("closeout.needs-why", CloseOutItem.LONGEST_REASON),
                        CloseOutFault.REMEDY))))
        : Optional.empty();
  }
}
