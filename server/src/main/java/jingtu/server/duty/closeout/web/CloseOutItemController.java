package jingtu.server.duty.closeout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.closeout.CloseOutChange;
import jingtu.server.duty.closeout.CloseOutEntry;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutItemId;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.CloseOutSubmission;
import jingtu.server.duty.closeout.ItemOutcome;
import jingtu.server.duty.closeout.KeepItems;
import jingtu.server.duty.closeout.StrikeOff;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutChangeView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutHistoryView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutItemView;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Items of close-out lists: put on them, changed, submitted, struck off, and opened again. */
@RestController
@RequestMapping("/api/close-out-lists")
class CloseOutItemController {

  private final CloseOutLists lists;
  private final KeepItems keep;
  private final StrikeOff strikeOff;
  private final ShowCloseOut show;

  CloseOutItemController(
      CloseOutLists lists, KeepItems keep, StrikeOff strikeOff, ShowCloseOut show) {
    this.lists = lists;
    this.keep = keep;
    this.strikeOff = strikeOff;
    this.show = show;
  }

  /**
   * A new item.
   *
   * @param number none where the list goes on numbering
   */
  record NewCloseOutItemForm(
      @Nullable String number,
      @Nullable String task,
      @Nullable String place,
      @NotNull UUID organisation,
      @Nullable String person,
      @Nullable String telephone,
      @Nullable LocalDate due,
      @Nullable String measures) {

    CloseOutEntry entry() {
      return CloseOutItemController.entry(number, task, place, person, telephone, due, measures);
    }
  }

  /** What is said of an item, in the version that was seen. */
  record CloseOutItemForm(
      int version,
      @Nullable String number,
      @Nullable String task,
      @Nullable String place,
      @Nullable String person,
      @Nullable String telephone,
      @Nullable LocalDate due,
      @Nullable String measures) {

    CloseOutEntry entry() {
      return CloseOutItemController.entry(number, task, place, person, telephone, due, measures);
    }
  }

  /**
   * That an item is done.
   *
   * @param files ids of evidence that was handed in
   * @param toldBy who told it and how, where it is written down for the organisation (代录)
   */
  record SubmissionForm(
      int version,
      @Nullable String words,
      @Nullable @Size(max = CloseOutSubmission.MOST_FILES) List<UUID> files,
      @Nullable String toldBy) {

    CloseOutSubmission said() {
      return new CloseOutSubmission(
          text(words),
          Optional.ofNullable(files).orElse(List.of()).stream().map(EvidenceId::new).toList(),
          text(toldBy));
    }
  }

  record SeenItemForm(int version) {}

  record ReasonedItemForm(int version, @Nullable String why) {}

  /** Another organisation that answers for an item, and who does so there. */
  record TransferForm(
      int version,
      @NotNull UUID organisation,
      @Nullable String person,
      @Nullable String telephone,
      @Nullable String why) {}

  private static CloseOutEntry entry(
      @Nullable String number,
      @Nullable String task,
      @Nullable String place,
      @Nullable String person,
      @Nullable String telephone,
      @Nullable LocalDate due,
      @Nullable String measures) {
    return new CloseOutEntry(
        text(number),
        text(task),
        text(place),
        text(person),
        text(telephone),
        Optional.ofNullable(due),
        text(measures));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  /** Puts an item on a list. */
  @PostMapping("/{id}/items")
  @AllowedTo(Role.COORDINATOR)
  @ResponseStatus(HttpStatus.CREATED)
  CloseOutItemView add(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody NewCloseOutItemForm form) {
    ItemOutcome outcome =
        keep.add(scope, new CloseOutListId(id), form.entry(), form.organisation());
    if (outcome instanceof ItemOutcome.Unknown) {
      throw CloseOutListController.unknown();
    }
    return done(scope, outcome);
  }

  @GetMapping("/items/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CloseOutItemView item(Scope scope, @PathVariable UUID id) {
    return show.item(scope, found(scope, id));
  }

  /** What was done with an item, the latest first. */
  @GetMapping("/items/{id}/history")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CloseOutHistoryView itemHistory(Scope scope, @PathVariable UUID id) {
    return new CloseOutHistoryView(
        lists.history(scope, found(scope, id).id()).stream().map(CloseOutChangeView::of).toList());
  }

  /** Changes what is said of an item. */
  @PutMapping("/items/{id}")
  @AllowedTo(Role.COORDINATOR)
  CloseOutItemView edit(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody CloseOutItemForm form) {
    return done(scope, keep.edit(scope, new CloseOutItemId(id), form.version(), form.entry()));
  }

  /** Says that an item is done (申请销号). */
  @PostMapping("/items/{id}/submission")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CloseOutItemView submit(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody SubmissionForm form) {
    return done(
        scope, strikeOff.submit(scope, new CloseOutItemId(id), form.version(), form.said()));
  }

  /** Strikes a submitted item off (销号). */
  @PostMapping("/items/{id}/striking-off")
  @AllowedTo(Role.COORDINATOR)
  CloseOutItemView strike(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody SeenItemForm form) {
    return done(scope, strikeOff.strikeOff(scope, new CloseOutItemId(id), form.version()));
  }

  /** Gives a submitted item back (退回). */
  @PostMapping("/items/{id}/return")
  @AllowedTo(Role.COORDINATOR)
  CloseOutItemView giveItemBack(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody ReasonedItemForm form) {
    return done(
        scope, strikeOff.giveBack(scope, new CloseOutItemId(id), form.version(), text(form.why())));
  }

  /** Opens a struck-off item again. */
  @PostMapping("/items/{id}/reopening")
  @AllowedTo(Role.COORDINATOR)
  CloseOutItemView reopenItem(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody ReasonedItemForm form) {
    return done(
        scope, strikeOff.reopen(scope, new CloseOutItemId(id), form.version(), text(form.why())));
  }

  /** Passes an open item to another organisation (转办). */
  @PostMapping("/items/{id}/transfer")
  @AllowedTo(Role.COORDINATOR)
  CloseOutItemView transfer(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody TransferForm form) {
    return done(
        scope,
        keep.transfer(
            scope,
            new CloseOutItemId(id),
            form.version(),
            form.organisation(),
            text(form.person()),
            text(form.telephone()),
            text(form.why())));
  }

  /** Takes an item off its list that was never said to be done. */
  @PostMapping("/items/{id}/removal")
  @AllowedTo(Role.COORDINATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeItem(Scope scope, @PathVariable UUID id, @Valid @RequestBody ReasonedItemForm form) {
    done(scope, keep.remove(scope, new CloseOutItemId(id), form.version(), text(form.why())));
  }

  private CloseOutItemView done(Scope scope, ItemOutcome outcome) {
    return switch (outcome) {
      case ItemOutcome.Done(CloseOutItem item) -> show.item(scope, item);
      case ItemOutcome.Unknown none -> throw unknown();
      case ItemOutcome.NotYours other -> throw CloseOutListController.notYours();
      case ItemOutcome.Stale(CloseOutItem now, List<CloseOutChange> since) ->
          throw Problem.of(HttpStatus.CONFLICT, "closeout.item-changed", now.changedBy())
              .with("current", show.item(scope, now))
              .with("changes", since.stream().map(CloseOutChangeView::of).toList());
      case ItemOutcome.OutOfTurn(CloseOutItem now, Message why) ->
          throw Problem.of(HttpStatus.CONFLICT, "closeout.out-of-turn")
              .with(List.of(new Finding("", why, Message.of("closeout.look-again"))))
              .with("current", show.item(scope, now));
      case ItemOutcome.Faulty(List<Finding> faults) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "closeout.faulty").with(faults);
    };
  }

  private CloseOutItem found(Scope scope, UUID id) {
    return lists
        .findItem(scope, new CloseOutItemId(id))
        .orElseThrow(CloseOutItemController::unknown);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "closeout.unknown-item");
  }
}
