package jingtu.server.plan.entry;

/** The kinds of what a plan obliges; each is numbered by itself, in document order. */
public enum EntryKind {
  GOAL(PlanTable.GOAL),
  TASK(PlanTable.TASK),
  OBLIGATION(PlanTable.OBLIGATION);

  private final PlanTable table;

  EntryKind(PlanTable table) {
    this.table = table;
  }

  /** The table that has a row for each entry of the kind. */
  public PlanTable table() {
    return table;
  }
}
