package jingtu.server.plan.decomposition.sheet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemId;

/** Items that a table brings and that have no code yet. */
final class NewItems {

  /** Stands for the id of an item that may never be stored. */
  private static final WorkItemId NOT_YET = new WorkItemId(new UUID(0, 0));

  private NewItems() {}

  /** An item that says nothing. */
  static WorkItem blank(ItemSource source) {
    return new WorkItem(
        NOT_YET,
        "",
        source,
        "",
        "",
        "",
        "",
        ItemRole.RESPONSIBLE,
        "",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        0);
  }

  /** The item under the id by which it is to be stored. */
  static WorkItem withId(WorkItem item, WorkItemId id) {
    return new WorkItem(
        id,
        "",
        item.source(),
        item.heading(),
        item.task(),
        item.sentence(),
        item.organisation(),
        item.role(),
        item.work(),
        item.standard(),
        item.deadline(),
        item.years(),
        item.milestones(),
        item.deliverables(),
        item.leader(),
        item.person(),
        item.liaison(),
        item.telephone(),
        Optional.empty(),
        0);
  }
}
