package jingtu.server.plan.entry;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The tables that a reading fills, in the order in which their rows may be written. */
public enum PlanTable {
  PLAN(
      "id, import_id, ordinal, region_code, start_offset, end_offset, head_start, head_end, title,"
          + " document_number, issuer, issued_on, addressees, basis, disclosure"),
  PLAN_ENTRY(
      "plan_id, title, document_number, issuer, issued_on, kind, plan_level, valid_from, valid_to,"
          + " parent_id"),
  PASSAGE("import_id, ordinal, kind, heading_level, start_offset, end_offset, path"),
  GOAL("id, plan_id, ordinal, start_offset, end_offset, path, area"),
  TASK(
      "id, plan_id, ordinal, start_offset, end_offset, clause_start, clause_end, path,"
          + " implementers_source, names_everybody"),
  TASK_PARTY("task_id, party_role, ordinal, name"),
  ACTION("id, task_id, ordinal, start_offset, end_offset, actor, events"),
  OBLIGATION("id, plan_id, ordinal, start_offset, end_offset, path, actor, events"),
  DEADLINE("plan_id, owner_id, ordinal, notation, start_offset, end_offset, assumed"),
  TARGET(
      "plan_id, owner_id, ordinal, start_offset, end_offset, indicator, comparator, wanted, unit,"
          + " by_notation, by_start, by_end, by_assumed, baseline, reference, area, implied,"
          + " aspirational"),
  PLAN_FINDING(
      "import_id, ordinal, plan_id, start_offset, end_offset, path, place, problem, remedy");

  private final String columns;

  PlanTable(String columns) {
    this.columns = columns;
  }

  /** The table's name in SQL. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The statement that adds one row, its blanks in the order of the columns. */
  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            sql(), columns, String.join(", ", Collections.nCopies(columnList().size(), "?")));
  }

  /**
   * The statement that writes over one row: its blanks are the columns after the first, and then
   * the first, which names the row.
   */
  String update() {
    List<String> all = columnList();
    return "update %s set %s = ? where %s = ?"
        .formatted(sql(), String.join(" = ?, ", all.subList(1, all.size())), all.getFirst());
  }

  private List<String> columnList() {
    return List.of(columns.split(", ", -1));
  }
}
