package jingtu.server.duty.closeout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.closeout.CloseOutImport;
import jingtu.server.duty.closeout.CloseOutImportId;
import jingtu.server.duty.closeout.CloseOutImports;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tables that brought items onto a list, and taking one of them back. */
@RestController
@RequestMapping("/api/close-out-lists")
class CloseOutImportController {

  private final CloseOutLists lists;
  private final CloseOutImports imports;

  CloseOutImportController(CloseOutLists lists, CloseOutImports imports) {
    this.lists = lists;
    this.imports = imports;
  }

  /** An item that stays where its import is taken back. */
  record WorkedOnItemView(UUID id, String number, String task) {

    static WorkedOnItemView of(CloseOutItem item) {
      return new WorkedOnItemView(item.id().value(), item.entry().number(), item.entry().task());
    }
  }

  /** That an import was taken back: so many items were taken off. */
  record CloseOutTakenBackView(int removed, String by, Instant at, String reason) {}

  /**
   * An import of items.
   *
   * @param items how many it brought
   * @param untouched how many of them taking it back takes off
   * @param workedOn those that stay, because somebody has done something with them
   */
  record CloseOutImportView(
      UUID id,
      String fileName,
      int items,
      String by,
      Instant at,
      int untouched,
      List<WorkedOnItemView> workedOn,
      @Nullable CloseOutTakenBackView takenBack) {

    static CloseOutImportView of(CloseOutImport brought) {
      return new CloseOutImportView(
          brought.id().value(),
          brought.fileName(),
          brought.count(),
          brought.by(),
          brought.at(),
          brought.untouched().size(),
          brought.workedOn().stream().map(WorkedOnItemView::of).toList(),
          brought
              .takenBack()
              .map(
                  how -> new CloseOutTakenBackView(how.removed(), how.by(), how.at(), how.reason()))
              .orElse(null));
    }
  }

  /** The imports of a list, the latest first. */
  record CloseOutImportsView(List<CloseOutImportView> imports) {}

  /** The tables that brought items onto the list. */
  @GetMapping("/{id}/imports")
  @AllowedTo(Role.COORDINATOR)
  CloseOutImportsView imports(Scope scope, @PathVariable UUID id) {
    CloseOutList list =
        lists.find(scope, new CloseOutListId(id)).orElseThrow(CloseOutListController::unknown);
    if (!lists.keeps(scope, list)) {
      throw CloseOutListController.notYours();
    }
    return new CloseOutImportsView(
        imports.list(scope, list.id()).stream().map(CloseOutImportView::of).toList());
  }

  /** Why an import is taken back. */
  record CloseOutTakeBackForm(@NotNull String why) {}

  /** Takes the items of an import off the list, except those that were worked on since. */
  @PostMapping("/imports/{id}/take-back")
  @AllowedTo(Role.COORDINATOR)
  CloseOutImportView takeBackItems(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody CloseOutTakeBackForm form) {
    return switch (imports.takeBack(scope, new CloseOutImportId(id), form.why())) {
      case CloseOutImports.Outcome.Done(CloseOutImport brought) -> CloseOutImportView.of(brought);
      case CloseOutImports.Outcome.Unknown none -> throw CloseOutListController.unknown();
      case CloseOutImports.Outcome.NotYours other -> throw CloseOutListController.notYours();
      case CloseOutImports.Outcome.TakenBackBefore(var how) ->
          throw Problem.of(HttpStatus.CONFLICT, "closeout.import-taken-back", how.by());
      case CloseOutImports.Outcome.Faulty(List<Finding> findings) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "closeout.faulty").with(findings);
    };
  }
}
