package jingtu.standards;

import java.util.List;
import jingtu.vocabulary.Message;

/** Columns that differ in their pH only run upwards, as printed, and do not overlap. */
final class ColumnOrder {

  private ColumnOrder() {}

  static void check(List<ColumnConditions> columns, Entry table) {
    for (int i = 1; i < columns.size(); i++) {
      ColumnConditions before = columns.get(i - 1);
      ColumnConditions column = columns.get(i);
      if (differInBandOnly(before, column)
          && !before.band().orElseThrow().endsBefore(column.band().orElseThrow())) {
        throw new FaultyEntry(
            Entry.lineOf(table.list("columns").get(i)),
            Message.of(
                "standards.bands-not-ascending",
                before.band().orElseThrow(),
                column.band().orElseThrow()),
            Message.of("standards.write-bands-upwards"));
      }
    }
  }

  private static boolean differInBandOnly(ColumnConditions one, ColumnConditions other) {
    return one.band().isPresent()
        && other.band().isPresent()
        && one.meaning().equals(other.meaning())
        && one.landUse().equals(other.landUse())
        && one.category().equals(other.category())
        && one.condition().equals(other.condition());
  }
}
