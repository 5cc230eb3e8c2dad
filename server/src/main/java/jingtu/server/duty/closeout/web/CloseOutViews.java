package jingtu.server.duty.closeout.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.closeout.CloseOutChange;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutItemId;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutState;
import jingtu.server.duty.closeout.CloseOutTally;
import jingtu.server.duty.closeout.TargetStanding;
import jingtu.server.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** What is told of close-out lists. */
final class CloseOutViews {

  private CloseOutViews() {}

  /**
   * A percentage that is wanted by a day.
   *
   * @param state how the whole list stands against it; absent for whoever sees only a part of the
   *     list
   * @param needed items to be struck off
   * @param lacking those of them that are not yet
   * @param daysLeft 0 on the day itself, below 0 after it
   */
  record CloseOutMilestoneView(
      LocalDate day,
      int percent,
      TargetStanding.@Nullable State state,
      @Nullable Integer needed,
      @Nullable Integer lacking,
      int daysLeft) {

    static CloseOutMilestoneView of(TargetStanding standing, boolean whole) {
      return new CloseOutMilestoneView(
          standing.milestone().day(),
          standing.milestone().percent(),
          whole ? standing.state() : null,
          whole ? standing.needed() : null,
          whole ? standing.lacking() : null,
          standing.daysLeft());
    }
  }

  /**
   * How many items stand where.
   *
   * @param permille how many of a thousand are struck off, rounded down; absent without items
   */
  record CloseOutTallyView(
      int items, int open, int submitted, int struckOff, int overdue, @Nullable Integer permille) {

    static CloseOutTallyView of(CloseOutTally tally) {
      return new CloseOutTallyView(
          tally.items(),
          tally.open(),
          tally.submitted(),
          tally.struckOff(),
          tally.overdue(),
          tally.permille().isPresent() ? tally.permille().getAsInt() : null);
    }
  }

  /**
   * A list.
   *
   * @param duty the sentence on which it hangs
   * @param kept whether whoever asks keeps it; otherwise only their own items are counted
   */
  record CloseOutListView(
      UUID id,
      String region,
      String name,
      @Nullable UUID duty,
      List<CloseOutMilestoneView> milestones,
      CloseOutTallyView tally,
      boolean kept,
      int version,
      String changedBy,
      Instant changedAt) {

    static CloseOutListView of(
        CloseOutList list, CloseOutTally tally, boolean kept, LocalDate today) {
      return new CloseOutListView(
          list.id().value(),
          list.region().digits(),
          list.name(),
          list.duty().map(DutyId::value).orElse(null),
          list.targets().standings(tally, today).stream()
              .map(standing -> CloseOutMilestoneView.of(standing, kept))
              .toList(),
          CloseOutTallyView.of(tally),
          kept,
          list.version(),
          list.changedBy(),
          list.changedAt());
    }
  }

  record CloseOutListsView(List<CloseOutListView> lists) {}

  /** What an organisation has on a list. */
  record CloseOutShareView(UUID organisation, String name, CloseOutTallyView tally) {}

  /**
   * The sentence on which a list hangs.
   *
   * @param task the number of the task in its plan; absent for a sentence outside the tasks
   */
  record CloseOutDutyView(
      UUID id,
      @Nullable UUID plan,
      @Nullable Integer task,
      String heading,
      String sentence,
      String organisationName) {

    static CloseOutDutyView of(Duty duty) {
      DutyOrigin origin = duty.origin();
      return new CloseOutDutyView(
          duty.id().value(),
          origin.plan().map(PlanId::value).orElse(null),
          origin.task().orElse(null),
          duty.heading(),
          duty.sentence(),
          duty.assignee().name());
    }
  }

  /**
   * A list with the organisations that have items on it, by name.
   *
   * @param duty absent where it hangs on none, or on one that whoever asks does not see
   */
  record WholeCloseOutListView(
      CloseOutListView list,
      @Nullable CloseOutDutyView duty,
      List<CloseOutShareView> organisations) {}

  /**
   * An item.
   *
   * @param owed whether the organisation of whoever asks answers for it
   * @param toldBy who told that it is done, where it was written down for the organisation
   */
  record CloseOutItemView(
      UUID id,
      UUID list,
      String number,
      String task,
      String place,
      UUID organisation,
      String organisationName,
      String person,
      String telephone,
      LocalDate due,
      String measures,
      CloseOutState state,
      boolean overdue,
      boolean submitted,
      String words,
      List<UUID> files,
      String toldBy,
      String backReason,
      @Nullable LocalDate struckOffOn,
      int reopened,
      boolean owed,
      int version,
      String changedBy,
      Instant changedAt) {

    static CloseOutItemView of(
        CloseOutItem item, Map<UUID, String> names, Optional<UUID> own, LocalDate today) {
      return new CloseOutItemView(
          item.id().value(),
          item.list().value(),
          item.entry().number(),
          item.entry().task(),
          item.entry().place(),
          item.organisation(),
          names.getOrDefault(item.organisation(), ""),
          item.entry().person(),
          item.entry().telephone(),
          item.entry().due().orElseThrow(),
          item.entry().measures(),
          item.state(),
          item.isOverdue(today),
          item.submitted(),
          item.said().words(),
          item.said().files().stream().map(EvidenceId::value).toList(),
          item.said().toldBy(),
          item.backReason(),
          item.struckOffOn().orElse(null),
          item.reopened(),
          own.filter(item.organisation()::equals).isPresent(),
          item.version(),
          item.changedBy(),
          item.changedAt());
    }
  }

  record CloseOutItemsView(List<CloseOutItemView> items) {}

  /**
   * Something that was done.
   *
   * @param item absent where it was done with the list itself
   * @param field what was changed; empty where no field was
   */
  record CloseOutChangeView(
      @Nullable UUID item,
      String number,
      CloseOutChange.What what,
      String field,
      String before,
      String after,
      String words,
      List<UUID> files,
      String toldBy,
      String why,
      String by,
      Instant at) {

    static CloseOutChangeView of(CloseOutChange change) {
      return new CloseOutChangeView(
          change.item().map(CloseOutItemId::value).orElse(null),
          change.number(),
          change.what(),
          change.field(),
          change.before(),
          change.after(),
          change.said().words(),
          change.said().files().stream().map(EvidenceId::value).toList(),
          change.said().toldBy(),
          change.why(),
          change.by(),
          change.at());
    }
  }

  record CloseOutHistoryView(List<CloseOutChangeView> changes) {}
}
