package jingtu.server.backup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the rows of a table that refers to itself so that none comes before the row that it
 * names. A row that waits is kept in memory: such tables, of regions for example, are small.
 */
final class ParentsFirst implements Consumer<@Nullable Object[]> {

  private final int from;
  private final int to;
  private final Consumer<@Nullable Object[]> next;
  private final Set<@Nullable Object> there = new HashSet<>();
  private final Map<Object, List<@Nullable Object[]>> waiting = new HashMap<>();

  ParentsFirst(List<String> columns, Table.Upward upward, Consumer<@Nullable Object[]> next) {
    this.from = columns.indexOf(upward.from());
    this.to = columns.indexOf(upward.to());
    this.next = next;
  }

  @Override
  public void accept(@Nullable Object[] row) {
    Object parent = row[from];
    if (parent == null || parent.equals(row[to]) || there.contains(parent)) {
      release(row);
    } else {
      waiting.computeIfAbsent(parent, first -> new ArrayList<>()).add(row);
    }
  }

  private void release(@Nullable Object[] first) {
    Deque<@Nullable Object[]> ready = new ArrayDeque<>(List.<@Nullable Object[]>of(first));
    while (!ready.isEmpty()) {
      @Nullable Object[] row = ready.remove();
      next.accept(row);
      there.add(row[to]);
      ready.addAll(waiting.getOrDefault(row[to], List.of()));
      waiting.remove(row[to]);
    }
  }
}
