package jingtu.server.plan.decomposition.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.scope.Identifiers;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Changes of work items as the table sends them: cells in the words that stand in them. */
record ChangesForm(@NotNull @Valid @Size(min = 1, max = 2_000) List<ChangeForm> changes) {

  /** What is done to an item. */
  enum Kind {
    ADD,
    EDIT,
    REMOVE,
    RESTORE
  }

  /**
   * One change.
   *
   * @param id which item; absent for one that is added
   * @param version of the item, as it was seen; absent for one that is added
   * @param parentId from which item an added one is handed down
   * @param cells what its cells are to say; those of other columns stay
   */
  record ChangeForm(
      @NotNull Kind kind,
      @Nullable UUID id,
      @Nullable Integer version,
      @Nullable UUID parentId,
      @Nullable Map<WorkItemColumn, String> cells) {

    Map<WorkItemColumn, String> said() {
      return cells == null ? Map.of() : cells;
    }
  }

  /**
   * The changes of a list of items, or a problem that names every cell at fault.
   *
   * @param whose what an added item comes from that is handed down from none
   */
  List<WorkItemChange> changes(
      List<WorkItem> items, ItemSource whose, Identifiers identifiers, Language language) {
    Map<UUID, WorkItem> known = new HashMap<>();
    items.forEach(item -> known.put(item.id().value(), item));
    List<Finding> faults = new ArrayList<>();
    List<WorkItemChange> wanted = new ArrayList<>();
    for (ChangeForm change : changes) {
      switch (change.kind()) {
        case ADD ->
            wanted.add(
                new WorkItemChange.Add(
                    with(
                        added(change, known, whose, identifiers),
                        change.said(),
                        faults,
                        language)));
        case EDIT -> {
          WorkItem item = known.getOrDefault(change.id(), blank(whose, identifiers));
          WorkItem seen = seen(item, change);
          wanted.add(new WorkItemChange.Edit(with(seen, change.said(), faults, language)));
        }
        case REMOVE -> wanted.add(new WorkItemChange.Remove(id(change), version(change)));
        case RESTORE -> wanted.add(new WorkItemChange.Restore(id(change), version(change)));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "decomposition.faults").with(faults);
    }
    return wanted;
  }

  private static WorkItem added(
      ChangeForm change, Map<UUID, WorkItem> known, ItemSource whose, Identifiers identifiers) {
    WorkItem blank = blank(whose, identifiers);
    return Optional.ofNullable(change.parentId())
        .map(known::get)
        .map(parent -> blank.below(parent))
        .orElse(change.parentId() == null ? blank : blank.below(new WorkItemId(change.parentId())));
  }

  private static WorkItem blank(ItemSource whose, Identifiers identifiers) {
    return WorkItem.blank(new WorkItemId(identifiers.next()), whose);
  }

  private static WorkItem seen(WorkItem item, ChangeForm change) {
    return item.seenAs(id(change), version(change));
  }

  private static WorkItem with(
      WorkItem item, Map<WorkItemColumn, String> cells, List<Finding> faults, Language language) {
    WorkItem now = item;
    for (WorkItemColumn column : WorkItemColumn.values()) {
      String cell = cells.get(column);
      if (cell != null) {
        Optional<WorkItem> read = column.read(now, cell);
        if (read.isEmpty()) {
          faults.add(fault(now, column, language));
        }
        now = read.orElse(now);
      }
    }
    return now;
  }

  private static Finding fault(WorkItem item, WorkItemColumn column, Language language) {
    Message problem =
        switch (column) {
          case ROLE -> Message.of("decomposition.no-role");
          case YEARS -> Message.of("decomposition.no-years");
          case MILESTONES -> Message.of("decomposition.no-milestones");
          default -> Message.of("decomposition.no-organisation");
        };
    String remedy =
        switch (column) {
          case ROLE -> "decomposition.give-role";
          case YEARS -> "decomposition.give-years";
          case MILESTONES -> "decomposition.give-milestones";
          default -> "decomposition.name-one";
        };
    String place = (item.code() + " " + column.heading(language)).strip();
    return new Finding(place, problem, new Message(remedy, List.of()));
  }

  private static WorkItemId id(ChangeForm change) {
    return new WorkItemId(change.id() == null ? new UUID(0, 0) : change.id());
  }

  private static int version(ChangeForm change) {
    return change.version() == null ? 0 : change.version();
  }
}
