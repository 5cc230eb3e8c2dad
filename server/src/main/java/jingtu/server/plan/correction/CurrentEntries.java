package jingtu.server.plan.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.plan.EntryState;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;

/** The entries of a plan as they are now, and in what order a change would leave them. */
final class CurrentEntries {

  private final Map<UUID, CurrentEntry> byId = new LinkedHashMap<>();

  CurrentEntries(StoredPlan plan) {
    List<EntryState> goals = plan.entries().goals();
    for (int i = 0; i < goals.size(); i++) {
      add(EntryKind.GOAL, goals.get(i), i, EntryReading.of(plan.reading().goals().get(i)));
    }
    List<EntryState> tasks = plan.entries().tasks();
    for (int i = 0; i < tasks.size(); i++) {
      EntryState state = tasks.get(i);
      EntryReading reading = EntryReading.of(plan.reading().tasks().get(i), state.actionIds());
      add(EntryKind.TASK, state, i, reading);
    }
    List<EntryState> obligations = plan.entries().obligations();
    for (int i = 0; i < obligations.size(); i++) {
      EntryReading reading = EntryReading.of(plan.reading().obligations().get(i));
      add(EntryKind.OBLIGATION, obligations.get(i), i, reading);
    }
  }

  private void add(EntryKind kind, EntryState state, int position, EntryReading reading) {
    byId.put(state.id(), new CurrentEntry(kind, state.id(), state.version(), position, reading));
  }

  Optional<CurrentEntry> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The entries of a kind, in their order. */
  List<CurrentEntry> list(EntryKind kind) {
    return byId.values().stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** The contents that the entries of a kind would have, by id and in no order. */
  Map<UUID, EntryReading> readingsAfter(EntryKind kind, Collection<Replacement> replacements) {
    Map<UUID, EntryReading> readings =
        list(kind).stream().collect(Collectors.toMap(CurrentEntry::id, CurrentEntry::reading));
    for (Replacement replacement : replacements) {
      if (replacement.kind() == kind) {
        replacement
            .readingAfter()
            .ifPresentOrElse(
                reading -> readings.put(replacement.id(), reading),
                () -> readings.remove(replacement.id()));
      }
    }
    return readings;
  }

  /** The ids of each kind in the order in which the replacements would leave them. */
  Map<EntryKind, List<UUID>> orderAfter(List<Replacement> replacements) {
    Map<EntryKind, List<UUID>> orders = new EnumMap<>(EntryKind.class);
    for (EntryKind kind : EntryKind.values()) {
      orders.put(
          kind, orderAfter(kind, replacements.stream().filter(r -> r.kind() == kind).toList()));
    }
    return orders;
  }

  /** Which ids a kind has now, in their order. */
  List<UUID> order(EntryKind kind) {
    return list(kind).stream().map(CurrentEntry::id).toList();
  }

  /**
   * What stays keeps its order. What is new and has no place goes before the first whose words
   * stand behind its own; then what has a place is put there, the lowest first, so that in the end
   * it stands where it is said to.
   */
  private List<UUID> orderAfter(EntryKind kind, List<Replacement> replacements) {
    List<UUID> order = new ArrayList<>(order(kind));
    Map<UUID, Integer> starts = new HashMap<>();
    list(kind).forEach(entry -> starts.put(entry.id(), entry.reading().span().start()));
    for (Replacement replacement : replacements) {
      if (replacement.after().isEmpty() || replacement.positionAfter().isPresent()) {
        order.remove(replacement.id());
      }
    }
    for (Replacement replacement : replacements) {
      if (replacement.positionAfter().isEmpty() && !starts.containsKey(replacement.id())) {
        replacement
            .readingAfter()
            .ifPresent(
                reading -> {
                  int start = reading.span().start();
                  order.add(placeOf(start, order, starts), replacement.id());
                  starts.put(replacement.id(), start);
                });
      }
    }
    replacements.stream()
        .filter(replacement -> replacement.positionAfter().isPresent())
        .sorted(Comparator.comparing(replacement -> replacement.positionAfter().orElseThrow()))
        .forEach(
            replacement -> {
              int wanted = replacement.positionAfter().orElseThrow();
              order.add(Math.min(wanted, order.size()), replacement.id());
            });
    return order;
  }

  private static int placeOf(int start, List<UUID> order, Map<UUID, Integer> starts) {
    for (int i = 0; i < order.size(); i++) {
      if (starts.getOrDefault(order.get(i), 0) > start) {
        return i;
      }
    }
    return order.size();
  }
}
