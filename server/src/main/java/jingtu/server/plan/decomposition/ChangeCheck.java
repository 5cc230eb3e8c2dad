package jingtu.server.plan.decomposition;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;

/**
 * Holds a list of changes against the items as they are: what somebody else changed meanwhile, and
 * what would leave the list broken.
 */
final class ChangeCheck {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST = 4_000;

  private final Map<WorkItemId, StoredItem> known;
  private final Set<WorkItemId> live = new HashSet<>();
  private final Map<WorkItemId, ItemSource> sources = new HashMap<>();
  private final List<StoredItem> stale = new ArrayList<>();
  private final List<Finding> faults = new ArrayList<>();

  ChangeCheck(List<StoredItem> items, List<WorkItemChange> changes) {
    known = items.stream().collect(toMap(stored -> stored.item().id(), stored -> stored));
    items.stream().filter(stored -> !stored.removed()).forEach(s -> live.add(s.item().id()));
    items.forEach(stored -> sources.put(stored.item().id(), stored.item().source()));
    Set<WorkItemId> named = new HashSet<>();
    for (WorkItemChange change : changes) {
      if (named.add(change.id())) {
        look(change);
      } else {
        fault(change, Message.of("decomposition.twice"), "decomposition.look-again");
      }
    }
    leavesNobodyAlone(changes);
  }

  /** The items that are not any more as they were seen. */
  List<StoredItem> stale() {
    return List.copyOf(stale);
  }

  List<Finding> faults() {
    return List.copyOf(faults);
  }

  private void look(WorkItemChange change) {
    switch (change) {
      case WorkItemChange.Add(WorkItem item) -> add(change, item);
      case WorkItemChange.Edit(WorkItem item) -> {
        fields(change, item);
        seen(change, item.version(), false);
      }
      case WorkItemChange.Remove(WorkItemId id, int version) -> {
        seen(change, version, false);
        live.remove(id);
      }
      case WorkItemChange.Restore(WorkItemId id, int version) -> {
        seen(change, version, true);
        live.add(id);
      }
    }
  }

  private void add(WorkItemChange change, WorkItem item) {
    fields(change, item);
    Optional<ItemSource> above = item.parent().map(sources::get);
    boolean taken = known.containsKey(item.id()) || !item.code().isEmpty();
    boolean orphan =
        item.parent().isPresent() && (above.isEmpty() || !live.contains(item.parent().get()));
    if (taken) {
      fault(change, Message.of("decomposition.no-item"), "decomposition.look-again");
    }
    if (orphan) {
      fault(change, Message.of("decomposition.no-parent"), "decomposition.look-again");
    }
    live.add(item.id());
    sources.put(item.id(), item.source());
  }

  private void seen(WorkItemChange change, int version, boolean removed) {
    StoredItem now = known.get(change.id());
    if (now == null) {
      fault(change, Message.of("decomposition.no-item"), "decomposition.look-again");
    } else if (now.item().version() != version || now.removed() != removed) {
      stale.add(now);
    }
  }

  private void fields(WorkItemChange change, WorkItem item) {
    if (item.organisation().isBlank()) {
      fault(change, Message.of("decomposition.no-organisation"), "decomposition.name-one");
    }
    if (item.organisation().length() > LONGEST_NAME) {
      fault(change, Message.of("decomposition.too-long", LONGEST_NAME), "decomposition.shorten");
    }
    for (WorkItemColumn column : WorkItemColumn.values()) {
      if (column.text(item, Language.ZH).length() > LONGEST) {
        fault(change, Message.of("decomposition.too-long", LONGEST), "decomposition.shorten");
      }
    }
  }

  /** Whatever is there in the end has the item above it. */
  private void leavesNobodyAlone(List<WorkItemChange> changes) {
    for (StoredItem stored : known.values()) {
      WorkItem item = stored.item();
      boolean alone = item.parent().filter(parent -> !live.contains(parent)).isPresent();
      if (alone && live.contains(item.id())) {
        Message problem = Message.of("decomposition.handed-down", item.code());
        WorkItemChange cause =
            changes.stream()
                .filter(
                    change ->
                        change.id().equals(item.id())
                            || item.parent().filter(change.id()::equals).isPresent())
                .findFirst()
                .orElse(changes.getFirst());
        fault(cause, problem, "decomposition.together");
      }
    }
  }

  private void fault(WorkItemChange change, Message problem, String remedy) {
    StoredItem now = known.get(change.id());
    String place =
        now != null
            ? now.item().code()
            : change instanceof WorkItemChange.Add(WorkItem item) ? item.organisation() : "";
    faults.add(new Finding(place, problem, Message.of(remedy)));
  }
}
