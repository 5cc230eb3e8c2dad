package jingtu.server.plan.decomposition;

/** One change of a list of work items. */
public sealed interface WorkItemChange {

  /** Which item is changed. */
  WorkItemId id();

  /**
   * A further item, whose id is new and whose code is empty: the store gives the code. An item that
   * is handed down names its parent, which may be added by an earlier change of the same list.
   */
  record Add(WorkItem item) implements WorkItemChange {
    @Override
    public WorkItemId id() {
      return item.id();
    }
  }

  /** What an item is to say; its version is the one that was seen. Code, source, parent stay. */
  record Edit(WorkItem item) implements WorkItemChange {
    @Override
    public WorkItemId id() {
      return item.id();
    }
  }

  /** Takes an item away. Those that were handed down from it go by changes of their own. */
  record Remove(WorkItemId id, int version) implements WorkItemChange {}

  /** Brings a removed item back as it was. */
  record Restore(WorkItemId id, int version) implements WorkItemChange {}
}
