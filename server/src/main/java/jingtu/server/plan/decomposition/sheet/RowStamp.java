package jingtu.server.plan.decomposition.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.vocabulary.Language;

/**
 * What an item was when its row was written out: its version and a print of each cell, in a column
 * of the table that nobody needs to read. With it the import tells what was edited in the table
 * from what was changed here in the meantime.
 *
 * @param prints six signs for what a cell said; equal texts have equal prints
 */
public record RowStamp(int version, Map<WorkItemColumn, String> prints) {

  private static final int LENGTH = 6;
  private static final List<WorkItemColumn> COLUMNS = Arrays.asList(WorkItemColumn.values());
  private static final Pattern FORM = Pattern.compile("v(\\d{1,9})\\.([0-9a-f]*)");

  public RowStamp {
    prints = Map.copyOf(prints);
  }

  /** The stamp of an item as it is now. */
  public static RowStamp of(WorkItem item) {
    return new RowStamp(
        item.version(),
        COLUMNS.stream()
            .collect(
                Collectors.toMap(
                    column -> column,
                    column -> print(CellText.comparable(column.text(item, Language.ZH))))));
  }

  /** The stamp as it stands in a cell; {@link #read} understands it. */
  public String text() {
    return "v" + version + "." + COLUMNS.stream().map(prints::get).collect(Collectors.joining());
  }

  /** The stamp that a cell holds; empty where it holds something else or one of other columns. */
  static Optional<RowStamp> read(String text) {
    Matcher stamp = FORM.matcher(text.strip());
    if (!stamp.matches() || stamp.group(2).length() != LENGTH * COLUMNS.size()) {
      return Optional.empty();
    }
    Map<WorkItemColumn, String> prints = new EnumMap<>(WorkItemColumn.class);
    for (int i = 0; i < COLUMNS.size(); i++) {
      prints.put(COLUMNS.get(i), stamp.group(2).substring(i * LENGTH, (i + 1) * LENGTH));
    }
    return Optional.of(new RowStamp(Integer.parseInt(stamp.group(1)), prints));
  }

  /** Whether the cell said this when the row was written. */
  boolean said(WorkItemColumn column, String comparable) {
    return print(comparable).equals(prints.get(column));
  }

  private static String print(String comparable) {
    CRC32 sum = new CRC32();
    sum.update(comparable.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue()).substring(0, LENGTH);
  }
}
