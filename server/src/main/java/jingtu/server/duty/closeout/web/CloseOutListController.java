package jingtu.server.duty.closeout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.KeepCloseOutLists;
import jingtu.server.duty.closeout.ListOutcome;
import jingtu.server.duty.closeout.Milestone;
import jingtu.server.duty.closeout.Targets;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutChangeView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutHistoryView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutItemsView;
import jingtu.server.duty.closeout.web.CloseOutViews.CloseOutListsView;
import jingtu.server.duty.closeout.web.CloseOutViews.WholeCloseOutListView;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Close-out lists: told, made, changed, and taken away while they are empty. */
@RestController
@RequestMapping("/api/close-out-lists")
class CloseOutListController {

  private final CloseOutLists lists;
  private final KeepCloseOutLists keep;
  private final ShowCloseOut show;

  CloseOutListController(CloseOutLists lists, KeepCloseOutLists keep, ShowCloseOut show) {
    this.lists = lists;
    this.keep = keep;
    this.show = show;
  }

  /** A percentage, from 1 to 100, that is wanted by a day. */
  record MilestoneForm(@NotNull LocalDate day, int percent) {}

  /**
   * What is said of a list.
   *
   * @param duty the sentence on which it hangs; none where it comes from elsewhere
   * @param milestones with rising days and percentages
   */
  record CloseOutListForm(
      @NotNull String name, @Nullable UUID duty, @NotNull List<@Valid MilestoneForm> milestones) {

    KeepCloseOutLists.Wanted wanted() {
      return CloseOutListController.wanted(name, duty, milestones);
    }
  }

  /** The same, of a list in the version that was seen. */
  record SeenCloseOutListForm(
      int version,
      @NotNull String name,
      @Nullable UUID duty,
      @NotNull List<@Valid MilestoneForm> milestones) {

    KeepCloseOutLists.Wanted wanted() {
      return CloseOutListController.wanted(name, duty, milestones);
    }
  }

  private static KeepCloseOutLists.Wanted wanted(
      String name, @Nullable UUID duty, List<MilestoneForm> milestones) {
    return new KeepCloseOutLists.Wanted(
        name,
        Optional.ofNullable(duty).map(DutyId::new),
        new Targets(
            milestones.stream().map(each -> new Milestone(each.day(), each.percent())).toList()));
  }

  /** The lists of which the account sees anything, by name; those of a duty where one is named. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CloseOutListsView list(Scope scope, @RequestParam Optional<UUID> duty) {
    return new CloseOutListsView(show.all(scope, lists.list(scope, duty.map(DutyId::new))));
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  WholeCloseOutListView get(Scope scope, @PathVariable UUID id) {
    return show.whole(scope, found(scope, id));
  }

  /** The items that the account sees, in the order of their numbers. */
  @GetMapping("/{id}/items")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CloseOutItemsView items(Scope scope, @PathVariable UUID id) {
    return new CloseOutItemsView(show.items(scope, lists.items(scope, found(scope, id).id())));
  }

  /** What was done with the list itself, and which items were taken off, the latest first. */
  @GetMapping("/{id}/history")
  @AllowedTo(Role.COORDINATOR)
  CloseOutHistoryView history(Scope scope, @PathVariable UUID id) {
    CloseOutList list = found(scope, id);
    if (!lists.keeps(scope, list)) {
      throw notYours();
    }
    return new CloseOutHistoryView(
        lists.history(scope, list.id()).stream().map(CloseOutChangeView::of).toList());
  }

  /** Makes a list of the account's region. */
  @PostMapping
  @AllowedTo(Role.COORDINATOR)
  @ResponseStatus(HttpStatus.CREATED)
  WholeCloseOutListView make(Scope scope, @Valid @RequestBody CloseOutListForm form) {
    return show.whole(scope, done(scope, keep.make(scope, form.wanted())));
  }

  /** Changes what is said of a list. */
  @PutMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  WholeCloseOutListView change(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody SeenCloseOutListForm form) {
    return show.whole(
        scope,
        done(scope, keep.change(scope, new CloseOutListId(id), form.version(), form.wanted())));
  }

  /** Takes away a list without items. */
  @DeleteMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Scope scope, @PathVariable UUID id, @RequestParam int version) {
    done(scope, keep.remove(scope, new CloseOutListId(id), version));
  }

  private CloseOutList done(Scope scope, ListOutcome outcome) {
    return switch (outcome) {
      case ListOutcome.Done(CloseOutList list) -> list;
      case ListOutcome.Unknown none -> throw unknown();
      case ListOutcome.NotYours other -> throw notYours();
      case ListOutcome.Stale(CloseOutList now) ->
          throw Problem.of(HttpStatus.CONFLICT, "closeout.list-changed", now.changedBy())
              .with("current", show.whole(scope, now));
      case ListOutcome.NotEmpty(CloseOutList list, int items) ->
          throw Problem.of(HttpStatus.CONFLICT, "closeout.not-empty", items);
      case ListOutcome.Faulty(Finding fault) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "closeout.faulty")
              .with(List.of(fault));
    };
  }

  private CloseOutList found(Scope scope, UUID id) {
    return lists.find(scope, new CloseOutListId(id)).orElseThrow(CloseOutListController::unknown);
  }

  static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "closeout.unknown-list");
  }

  static Problem notYours() {
    return Problem.of(HttpStatus.FORBIDDEN, "closeout.not-yours");
  }
}
