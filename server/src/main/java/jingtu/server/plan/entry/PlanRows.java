package jingtu.server.plan.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows that wait to be written with one batch a table, owners before what they own. They are either
 * all new, or all written over the rows that have their ids.
 */
public final class PlanRows {

  private final Map<PlanTable, List<@Nullable Object[]>> rows = new EnumMap<>(PlanTable.class);
  private final boolean fresh;

  private PlanRows(boolean fresh) {
    this.fresh = fresh;
  }

  /** Rows that are not there yet. */
  public static PlanRows added() {
    return new PlanRows(true);
  }

  /** Rows that are there, each under the first of its columns. */
  public static PlanRows changed() {
    return new PlanRows(false);
  }

  /** Adds a row, its values in the order of the table's columns. */
  public void add(PlanTable table, @Nullable Object... values) {
    rows.computeIfAbsent(table, each -> new ArrayList<>())
        .add(fresh ? Arrays.copyOf(values, values.length) : firstLast(values));
  }

  /** How many rows wait for a table. */
  public int count(PlanTable table) {
    return rows.getOrDefault(table, List.of()).size();
  }

  /** Writes them all. */
  public void write(JdbcTemplate jdbc) {
    rows.forEach(
        (table, batch) -> jdbc.batchUpdate(fresh ? table.insert() : table.update(), batch));
  }

  /** The value, or what a column has that knows of none. */
  public static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }

  private static @Nullable Object[] firstLast(@Nullable Object[] row) {
    @Nullable Object[] turned = Arrays.copyOfRange(row, 1, row.length + 1);
    turned[row.length - 1] = row[0];
    return turned;
  }
}
