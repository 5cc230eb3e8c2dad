package jingtu.server.duty.closeout;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.audit.Audit;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes from organisations that an item is done, and lets whoever keeps the list strike it off,
 * give it back, or open again for a reason what was struck off. A struck-off item changes in no
 * other way; {@link KeepStruckOffFiles} says so of its files.
 */
@Service
public class StrikeOff {

  private final CloseOutLists lists;
  private final CloseOutRows rows;
  private final HoldItem holdItem;
  private final Evidence evidence;
  private final Audit audit;
  private final Clock clock;

  StrikeOff(
      CloseOutLists lists,
      CloseOutRows rows,
      HoldItem holdItem,
      Evidence evidence,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.rows = rows;
    this.holdItem = holdItem;
    this.evidence = evidence;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes that an item is done (申请销号): from its organisation, or written down by whoever keeps the
   * list, who then says who told it.
   *
   * @param version of the item that was seen
   */
  @Transactional
  public ItemOutcome submit(
      Scope scope, CloseOutItemId id, int version, CloseOutSubmission submission) {
    return holdItem.holding(
        scope,
        id,
        (list, item) -> {
          boolean own =
              scope.organisation().filter(item.organisation()::equals).isPresent()
                  && !scope.role().runsTheSystem();
          boolean onBehalf = !submission.toldBy().isEmpty();
          boolean may = onBehalf ? lists.keeps(scope, list) : own;
          if (!may && !onBehalf && lists.keeps(scope, list)) {
            return faulty("toldBy", Message.of("closeout.needs-teller"));
          }
          if (!may) {
            return new ItemOutcome.NotYours();
          }
          return holdItem.stale(item, version).orElseGet(() -> submit(scope, item, submission));
        });
  }

  private ItemOutcome submit(Scope scope, CloseOutItem item, CloseOutSubmission submission) {
    switch (item.state()) {
      case SUBMITTED -> {
        return new ItemOutcome.OutOfTurn(item, Message.of("closeout.is-submitted"));
      }
      case STRUCK_OFF -> {
        return new ItemOutcome.OutOfTurn(item, Message.of("closeout.locked"));
      }
      case OPEN -> {}
    }
    Optional<Message> fault = submission.fault();
    if (fault.isPresent()) {
      return faulty("words", fault.get());
    }
    if (hasUnseenFile(scope, item, submission)) {
      return faulty("files", Message.of("closeout.unseen-file"));
    }
    CloseOutItem after = item.submitted(submission).by(scope.username(), now());
    rows.update(after);
    rows.note(
        after.list(),
        List.of(CloseOutChange.of(after, CloseOutChange.What.SUBMITTED, "").saying(submission)));
    audit.record(
        scope,
        "close-out.item-submitted",
        after.id().value().toString(),
        after.entry().number()
            + (submission.toldBy().isEmpty() ? "" : " (" + submission.toldBy() + ")"));
    return new ItemOutcome.Done(after);
  }

  /** Nobody proves anything with a file that they do not see; what hung there already stays. */
  private boolean hasUnseenFile(Scope scope, CloseOutItem item, CloseOutSubmission submission) {
    Set<EvidenceId> added = new HashSet<>(submission.files());
    item.said().files().forEach(added::remove);
    evidence.list(scope, added).stream().map(PieceOfEvidence::id).forEach(added::remove);
    return !added.isEmpty();
  }

  /** Accepts that a submitted item is done, and strikes it off (销号). */
  @Transactional
  public ItemOutcome strikeOff(Scope scope, CloseOutItemId id, int version) {
    return judge(
        scope,
        id,
        version,
        CloseOutState.SUBMITTED,
        item -> {
          evidence.holdStill(scope, item.said().files());
          return write(
              scope,
              item.struckOff(OfficeDay.today(clock)),
              CloseOutChange.What.STRUCK_OFF,
              "close-out.struck-off",
              "");
        });
  }

  /** Gives a submitted item back (退回), for a reason. */
  @Transactional
  public ItemOutcome giveBack(Scope scope, CloseOutItemId id, int version, String reason) {
    String why = reason.strip();
    return judge(
        scope,
        id,
        version,
        CloseOutState.SUBMITTED,
        item ->
            HoldItem.reasoned(why)
                .orElseGet(
                    () ->
                        write(
                            scope,
                            item.givenBack(why),
                            CloseOutChange.What.RETURNED,
                            "close-out.item-returned",
                            why)));
  }

  /** Opens a struck-off item again, for a reason; that it was stays visible. */
  @Transactional
  public ItemOutcome reopen(Scope scope, CloseOutItemId id, int version, String reason) {
    String why = reason.strip();
    return judge(
        scope,
        id,
        version,
        CloseOutState.STRUCK_OFF,
        item ->
            HoldItem.reasoned(why)
                .orElseGet(
                    () ->
                        write(
                            scope,
                            item.openedAgain(why),
                            CloseOutChange.What.REOPENED,
                            "close-out.item-reopened",
                            why)));
  }

  /** What is done with an item that stands where it must. */
  private interface Judgement {
    ItemOutcome of(CloseOutItem item);
  }

  private ItemOutcome judge(
      Scope scope, CloseOutItemId id, int version, CloseOutState needed, Judgement judgement) {
    return holdItem.keeping(
        scope,
        id,
        version,
        (list, item) ->
            item.state() == needed
                ? judgement.of(item)
                : new ItemOutcome.OutOfTurn(
                    item,
                    Message.of(
                        needed == CloseOutState.STRUCK_OFF
                            ? "closeout.not-struck-off"
                            : "closeout.nothing-submitted")));
  }

  private ItemOutcome write(
      Scope scope, CloseOutItem judged, CloseOutChange.What what, String action, String why) {
    CloseOutItem after = judged.by(scope.username(), now());
    rows.update(after);
    rows.note(after.list(), List.of(CloseOutChange.of(after, what, why)));
    audit.record(
        scope,
        action,
        after.id().value().toString(),
        why.isEmpty() ? after.entry().number() : after.entry().number() + ": " + why);
    return new ItemOutcome.Done(after);
  }

  private static ItemOutcome faulty(String field, Message problem) {
    return new ItemOutcome.Faulty(List.of(new Finding(field, problem, CloseOutFault.REMEDY)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
