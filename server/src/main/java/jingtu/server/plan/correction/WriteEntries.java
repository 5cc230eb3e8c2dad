package jingtu.server.plan.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.plan.entry.EntryRows;
import jingtu.server.plan.entry.NamedAction;
import jingtu.server.plan.entry.PlanRows;
import jingtu.server.plan.entry.PlanTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes replaced entries into the tables of their plan. The rows of entries and actions that stay
 * are written over, not taken out and put in again, so that whatever refers to them stays, too.
 */
@Component
class WriteEntries {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  WriteEntries(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Puts contents in the place of contents, in the plan that the caller has locked. */
  void write(UUID plan, CurrentEntries current, List<Replacement> replacements) {
    Map<EntryKind, List<UUID>> orders = current.orderAfter(replacements);
    List<EntryKind> reordered =
        orders.entrySet().stream()
            .filter(order -> !order.getValue().equals(current.order(order.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    reordered.forEach(kind -> setAside(kind, plan));
    Set<UUID> before = actionsOf(replacements.stream().flatMap(r -> r.readingBefore().stream()));
    removeOwned(plan, replacements, before);
    writeEntries(plan, replacements, orders);
    writeActions(plan, replacements, before);
    replacements.stream().filter(r -> r.after().isEmpty()).forEach(this::remove);
    writeOwned(plan, replacements);
    reordered.forEach(kind -> number(kind, orders.getOrDefault(kind, List.of())));
  }

  /** Numbers below zero are in nobody's way while others are given out. */
  private void setAside(EntryKind kind, UUID plan) {
    jdbc.sql(
            "update %s set ordinal = -1 - ordinal where plan_id = :plan"
                .formatted(kind.table().sql()))
        .param("plan", plan)
        .update();
  }

  private void number(EntryKind kind, List<UUID> order) {
    batches.batchUpdate(
        "update %s set ordinal = ? where id = ?".formatted(kind.table().sql()),
        IntStream.range(0, order.size()).mapToObj(i -> new Object[] {i, order.get(i)}).toList());
  }

  /** Parties, dates and targets have no names: those of before go, whatever comes. */
  private void removeOwned(UUID plan, List<Replacement> replacements, Set<UUID> actions) {
    List<Object[]> owners =
        Stream.concat(replacements.stream().map(Replacement::id), actions.stream())
            .map(owner -> new Object[] {plan, owner})
            .toList();
    batches.batchUpdate("delete from deadline where plan_id = ? and owner_id = ?", owners);
    batches.batchUpdate("delete from target where plan_id = ? and owner_id = ?", owners);
    batches.batchUpdate(
        "delete from task_party where task_id = ?",
        replacements.stream().map(replacement -> new Object[] {replacement.id()}).toList());
  }

  private void writeEntries(
      UUID plan, List<Replacement> replacements, Map<EntryKind, List<UUID>> orders) {
    EntryRows entries = new EntryRows(plan);
    PlanRows news = PlanRows.added();
    PlanRows changed = PlanRows.changed();
    for (Replacement replacement : replacements) {
      int ordinal = orders.getOrDefault(replacement.kind(), List.of()).indexOf(replacement.id());
      PlanRows rows = replacement.before().isEmpty() ? news : changed;
      replacement
          .readingAfter()
          .ifPresent(
              reading ->
                  entries.addEntry(rows, replacement.kind(), replacement.id(), ordinal, reading));
    }
    news.write(batches);
    changed.write(batches);
  }

  /** Actions may move from one of the tasks to another. */
  private void writeActions(UUID plan, List<Replacement> replacements, Set<UUID> before) {
    EntryRows entries = new EntryRows(plan);
    PlanRows news = PlanRows.added();
    PlanRows kept = PlanRows.changed();
    for (Replacement replacement : replacements) {
      List<NamedAction> actions =
          replacement.readingAfter().map(EntryReading::actions).orElse(List.of());
      for (int i = 0; i < actions.size(); i++) {
        PlanRows rows = before.contains(actions.get(i).id()) ? kept : news;
        entries.addAction(rows, replacement.id(), i, actions.get(i));
      }
    }
    Set<UUID> gone = new HashSet<>(before);
    gone.removeAll(actionsOf(replacements.stream().flatMap(r -> r.readingAfter().stream())));
    batches.batchUpdate("delete from action where id = ?", ids(gone));
    batches.batchUpdate("update action set ordinal = -1 - ordinal where id = ?", ids(before));
    kept.write(batches);
    news.write(batches);
  }

  private void writeOwned(UUID plan, List<Replacement> replacements) {
    EntryRows entries = new EntryRows(plan);
    PlanRows owned = PlanRows.added();
    for (Replacement replacement : replacements) {
      Optional<EntryReading> after = replacement.readingAfter();
      after.ifPresent(reading -> entries.addOwned(owned, replacement.id(), reading));
    }
    owned.write(batches);
  }

  private void remove(Replacement replacement) {
    PlanTable table = replacement.kind().table();
    jdbc.sql("delete from %s where id = :id".formatted(table.sql()))
        .param("id", replacement.id())
        .update();
  }

  private static Set<UUID> actionsOf(Stream<EntryReading> readings) {
    return new HashSet<>(readings.flatMap(reading -> reading.actionIds().stream()).toList());
  }

  private static List<Object[]> ids(Set<UUID> ids) {
    List<Object[]> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new Object[] {id}));
    return rows;
  }
}
