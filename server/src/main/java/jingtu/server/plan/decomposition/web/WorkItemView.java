package jingtu.server.plan.decomposition.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.Milestone;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.YearShare;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A work item as its table shows it: lists are written as in a cell.
 *
 * @param sourceId the task, the obligation or the document
 * @param actionId the sentence of the task, where the item stands for one
 * @param printedNow what stands in the plan now, where it was corrected since; empty where the
 *     sentence has gone
 */
record WorkItemView(
    UUID id,
    String code,
    int version,
    @Nullable UUID parentId,
    Origin origin,
    @Nullable UUID sourceId,
    @Nullable UUID actionId,
    String heading,
    String task,
    String sentence,
    String organisation,
    ItemRole role,
    String work,
    String standard,
    String deadline,
    String years,
    String milestones,
    String deliverables,
    String leader,
    String person,
    String liaison,
    String telephone,
    @Nullable String printedNow) {

  /** Where an item comes from. */
  enum Origin {
    TASK,
    OBLIGATION,
    DOCUMENT,
    HAND
  }

  static WorkItemView of(WorkItem item, Language language) {
    return of(item, Map.of(), language);
  }

  static WorkItemView of(WorkItem item, Map<WorkItemId, String> printedNow, Language language) {
    return new WorkItemView(
        item.id().value(),
        item.code(),
        item.version(),
        item.parent().map(WorkItemId::value).orElse(null),
        origin(item.source()),
        sourceId(item.source()),
        item.source() instanceof ItemSource.OfPlan plan ? plan.action().orElse(null) : null,
        item.heading(),
        item.task(),
        item.sentence(),
        item.organisation(),
        item.role(),
        item.work(),
        item.standard(),
        item.deadline().orElse(""),
        YearShare.write(item.years(), language),
        Milestone.write(item.milestones(), language),
        item.deliverables(),
        item.leader(),
        item.person(),
        item.liaison(),
        item.telephone(),
        printedNow.get(item.id()));
  }

  private static Origin origin(ItemSource source) {
    return switch (source) {
      case ItemSource.OfPlan plan -> Origin.TASK;
      case ItemSource.OfObligation obligation -> Origin.OBLIGATION;
      case ItemSource.OfDocument document -> Origin.DOCUMENT;
      case ItemSource.ByHand hand -> Origin.HAND;
    };
  }

  private static @Nullable UUID sourceId(ItemSource source) {
    return switch (source) {
      case ItemSource.OfPlan(var task, var action) -> task.value();
      case ItemSource.OfObligation(UUID obligation) -> obligation;
      case ItemSource.OfDocument(var document) -> document.value();
      case ItemSource.ByHand hand -> null;
    };
  }

  /** An item with who changed it last, for whoever changed it at the same time. */
  record ChangedView(WorkItemView item, boolean removed, String by, Instant at) {
    static ChangedView of(StoredItem stored, Language language) {
      return new ChangedView(
          WorkItemView.of(stored.item(), language), stored.removed(), stored.by(), stored.at());
    }
  }
}
