package jingtu.server.plan.decomposition.sheet.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.edge.SaidFinding;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.sheet.CellChange;
import jingtu.server.plan.decomposition.sheet.CheckedTable;
import jingtu.server.plan.decomposition.sheet.Differences;
import jingtu.server.plan.decomposition.sheet.LineId;
import jingtu.server.plan.decomposition.sheet.PassedOver;
import jingtu.server.plan.decomposition.sheet.TableColumns;
import jingtu.server.plan.decomposition.sheet.TableField;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * In what a table differs from what is stored.
 *
 * @param unchanged how many rows say just what is stored
 * @param newerHere codes of items that were changed here since the table was written out, and not
 *     in the table
 * @param elsewhere how many items belong to organisations that the table does not concern
 * @param lacking columns that the table does not have; what they tell stays
 */
record TableCheckView(
    List<TableColumnsView> tables,
    List<TableChangedView> changed,
    List<TableLookalikeView> lookalikes,
    List<TableAddedView> added,
    List<TableMissingView> missing,
    int unchanged,
    List<String> newerHere,
    int elsewhere,
    List<WorkItemColumn> lacking,
    List<TablePassedView> passed,
    List<SaidFinding> faults) {

  /** How the columns of one table were understood; {@code header} is 0 where none was found. */
  record TableColumnsView(
      String table, int header, boolean understood, List<TableColumnView> columns) {}

  /** One column: its letters, what stands over it, the field it was taken for if any. */
  record TableColumnView(
      int number, String letters, String heading, @Nullable TableField field, String sample) {}

  /** A cell that says something else than is stored. */
  record TableCellView(
      WorkItemColumn column, String place, String before, String after, CellChange.Kind kind) {}

  /** An item of which the table says something else, as it is now and who changed it last. */
  record TableChangedView(
      String line,
      int row,
      String code,
      int version,
      String organisation,
      String about,
      String changedBy,
      @Nullable Instant changedAt,
      List<TableCellView> cells) {}

  /**
   * A row without a known code, and the item that it may mean.
   *
   * @param likeness in per cent
   * @param asNew whether it can be taken as a further item
   */
  record TableLookalikeView(
      String line,
      int row,
      String code,
      int version,
      String organisation,
      String about,
      int likeness,
      boolean asNew,
      List<TableCellView> cells) {}

  /** A row that no item is like; {@code code} is what it gives as its code, if anything. */
  record TableAddedView(
      String line,
      int row,
      String code,
      String organisation,
      String about,
      Map<WorkItemColumn, String> says) {}

  /** An item of an organisation in the table that the table does not have. */
  record TableMissingView(String code, int version, String organisation, String about) {}

  /** A row that was passed over. */
  record TablePassedView(String place, PassedOver.Kind kind, String text) {}

  static TableCheckView of(CheckedTable checked, Language language) {
    Differences differences = checked.differences();
    return new TableCheckView(
        checked.tables().stream().map(TableCheckView::table).toList(),
        differences.changed().stream().map(changed -> changed(checked, changed)).toList(),
        differences.lookalikes().stream().map(TableCheckView::lookalike).toList(),
        differences.added().stream().map(added -> added(added, language)).toList(),
        differences.missing().stream()
            .map(i -> new TableMissingView(i.code(), i.version(), i.organisation(), about(i)))
            .toList(),
        differences.unchanged(),
        differences.newerHere().stream().map(WorkItem::code).toList(),
        differences.elsewhere(),
        checked.lacking(),
        checked.passedOver().stream()
            .map(one -> new TablePassedView(place(one.table(), one.row()), one.kind(), one.text()))
            .toList(),
        checked.faults().stream().map(fault -> SaidFinding.of(fault.finding(), language)).toList());
  }

  private static TableColumnsView table(TableColumns table) {
    List<TableColumnView> columns = new ArrayList<>();
    for (TableColumns.Column column : table.columns()) {
      columns.add(
          new TableColumnView(
              column.number(),
              CellAddress.letters(column.number()),
              column.heading().text(),
              column.field().orElse(null),
              column.sample()));
    }
    return new TableColumnsView(table.table(), table.header(), table.understood(), columns);
  }

  private static TableChangedView changed(CheckedTable checked, Differences.Changed changed) {
    WorkItem item = changed.item();
    Optional<StoredItem> stored = checked.stored(item.id());
    return new TableChangedView(
        changed.line().toString(),
        changed.line().row(),
        item.code(),
        item.version(),
        item.organisation(),
        about(item),
        stored.map(StoredItem::by).orElse(""),
        stored.map(StoredItem::at).orElse(null),
        cells(changed.cells()));
  }

  private static TableLookalikeView lookalike(Differences.Lookalike like) {
    WorkItem item = like.item();
    return new TableLookalikeView(
        like.line().toString(),
        like.line().row(),
        item.code(),
        item.version(),
        item.organisation(),
        about(item),
        (int) Math.floor(like.likeness() * 100),
        like.asNew().isPresent(),
        cells(like.cells()));
  }

  private static TableAddedView added(Differences.Added added, Language language) {
    WorkItem item = added.item();
    Map<WorkItemColumn, String> says = new EnumMap<>(WorkItemColumn.class);
    for (WorkItemColumn column : WorkItemColumn.values()) {
      String text = column.text(item, language);
      if (!text.isEmpty()) {
        says.put(column, text);
      }
    }
    LineId line = added.line();
    return new TableAddedView(
        line.toString(), line.row(), added.code(), item.organisation(), about(item), says);
  }

  private static List<TableCellView> cells(List<CellChange> cells) {
    return cells.stream()
        .map(
            cell ->
                new TableCellView(
                    cell.column(), cell.at().toString(), cell.before(), cell.after(), cell.kind()))
        .toList();
  }

  /** What an item is about, in the words that tell most. */
  private static String about(WorkItem item) {
    return !item.work().isBlank()
        ? item.work()
        : !item.sentence().isBlank() ? item.sentence() : item.task();
  }

  private static String place(String table, int row) {
    return table.isEmpty() ? String.valueOf(row) : table + "!" + row;
  }
}
