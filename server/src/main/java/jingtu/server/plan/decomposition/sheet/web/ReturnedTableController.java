package jingtu.server.plan.decomposition.sheet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.ReceivedFile;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.decomposition.sheet.CheckedTable;
import jingtu.server.plan.decomposition.sheet.ImportTable;
import jingtu.server.plan.decomposition.sheet.TableForEditing;
import jingtu.server.plan.decomposition.sheet.TableImport;
import jingtu.server.plan.decomposition.sheet.TableImports;
import jingtu.server.plan.decomposition.sheet.UndoTableImport;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A plan's table of work that comes back: checked, marked, taken, and undone. */
@RestController
@RequestMapping("/api/plans/{id}/returned-tables")
class ReturnedTableController {

  private final Plans plans;
  private final ImportTable importTable;
  private final TableImports imports;
  private final UndoTableImport undoTableImport;
  private final TableForEditing tableForEditing;

  ReturnedTableController(
      Plans plans,
      ImportTable importTable,
      TableImports imports,
      UndoTableImport undoTableImport,
      TableForEditing tableForEditing) {
    this.plans = plans;
    this.importTable = importTable;
    this.imports = imports;
    this.undoTableImport = undoTableImport;
    this.tableForEditing = tableForEditing;
  }

  /** A table that was taken, and what it did to how many items. */
  record TableImportView(
      UUID id,
      String fileName,
      String by,
      Instant at,
      int added,
      int changed,
      int removed,
      @Nullable String undoneBy,
      @Nullable Instant undoneAt) {

    static TableImportView of(TableImport table) {
      return new TableImportView(
          table.id(),
          table.fileName(),
          table.by(),
          table.at(),
          table.count(TableImport.Effect.Kind.ADDED),
          table.count(TableImport.Effect.Kind.CHANGED),
          table.count(TableImport.Effect.Kind.REMOVED),
          table.undone().map(TableImport.Undone::by).orElse(null),
          table.undone().map(TableImport.Undone::at).orElse(null));
    }
  }

  /** The tables that were taken into the plan's work, the latest first. */
  @GetMapping
  @AllowedTo.Everyone
  List<TableImportView> list(Scope scope, @PathVariable UUID id) {
    PlanId plan = new PlanId(id);
    if (plans.findSummary(scope, plan).isEmpty()) {
      throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
    }
    return imports.list(scope, plan).stream().map(TableImportView::of).toList();
  }

  /**
   * The plan's work as a workbook to be edited and brought back.
   *
   * @param organisation whose items are wanted; all of them where it is left out
   */
  @GetMapping("/work.xlsx")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> write(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String organisation,
      HttpServletRequest request)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean seen =
        tableForEditing.write(
            scope,
            new PlanId(id),
            Optional.ofNullable(organisation),
            RequestLanguage.of(request),
            bytes);
    if (!seen) {
      throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
    }
    String name = Messages.say(Message.of("returned-table.sheet"), RequestLanguage.of(request));
    return Download.named(name + ".xlsx", Download.WORKBOOK).body(bytes.toByteArray());
  }

  /** In what the table differs from what is stored; nothing is stored. */
  @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  TableCheckView check(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @Valid @RequestPart TableChoiceForm.TableColumnsForm columns,
      HttpServletRequest request)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      ImportTable.Outcome outcome =
          importTable.check(
              scope,
              new PlanId(id),
              received.file(),
              columns.chosen(),
              RequestLanguage.of(request));
      return TableCheckView.of(checked(file, outcome), RequestLanguage.of(request));
    }
  }

  /** The same file with every fault in its cell. */
  @PostMapping(path = "/marked", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> mark(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @Valid @RequestPart TableChoiceForm.TableColumnsForm columns,
      HttpServletRequest request)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      ImportTable.Outcome outcome =
          importTable.mark(
              scope,
              new PlanId(id),
              received.file(),
              columns.chosen(),
              RequestLanguage.of(request));
      checked(file, outcome);
      return Download.named(name(file), MediaType.APPLICATION_OCTET_STREAM)
          .body(Files.readAllBytes(received.file()));
    }
  }

  /** Takes what was ticked, all of it or nothing. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  TableImportView take(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @Valid @RequestPart TableChoiceForm choice)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      ImportTable.Outcome outcome =
          importTable.take(scope, new PlanId(id), name(file), received.file(), choice.choice());
      if (outcome instanceof ImportTable.Outcome.Taken(TableImport table)) {
        return TableImportView.of(table);
      }
      throw problem(file, outcome);
    }
  }

  /** Undoes an import as a whole; not where one of its items was changed since. */
  @PostMapping("/{table}/undo")
  @AllowedTo(Role.COORDINATOR)
  TableImportView undo(Scope scope, @PathVariable UUID id, @PathVariable UUID table) {
    return switch (undoTableImport.of(scope, new PlanId(id), table)) {
      case UndoTableImport.Outcome.Undone(TableImport undone) -> TableImportView.of(undone);
      case UndoTableImport.Outcome.Unknown none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "returned-table.unknown-import");
      case UndoTableImport.Outcome.NotYourRegion(RegionCode region) -> throw notYours(region);
      case UndoTableImport.Outcome.Already(TableImport undone) ->
          throw Problem.of(
              HttpStatus.CONFLICT,
              "returned-table.undone-already",
              undone.fileName(),
              undone.undone().map(TableImport.Undone::by).orElse(""));
      case UndoTableImport.Outcome.ChangedSince(List<String> codes) ->
          throw Problem.of(
                  HttpStatus.CONFLICT, "returned-table.changed-after", String.join(", ", codes))
              .with("codes", codes);
      case UndoTableImport.Outcome.Broken(List<Finding> findings) -> throw broken(findings);
    };
  }

  private static CheckedTable checked(MultipartFile file, ImportTable.Outcome outcome) {
    if (outcome instanceof ImportTable.Outcome.Checked(CheckedTable table)) {
      return table;
    }
    throw problem(file, outcome);
  }

  private static Problem problem(MultipartFile file, ImportTable.Outcome outcome) {
    return switch (outcome) {
      case ImportTable.Outcome.Unknown none -> Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
      case ImportTable.Outcome.NotYourRegion(RegionCode region) -> notYours(region);
      case ImportTable.Outcome.Refused(Finding finding) ->
          Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "returned-table.refused", name(file))
              .with(List.of(finding));
      case ImportTable.Outcome.NothingChosen nothing ->
          Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "returned-table.nothing-chosen");
      case ImportTable.Outcome.Stale(List<String> codes) ->
          Problem.of(HttpStatus.CONFLICT, "returned-table.changed-since", String.join(", ", codes))
              .with("codes", codes);
      case ImportTable.Outcome.Broken(List<Finding> findings) -> broken(findings);
      case ImportTable.Outcome.Checked checked -> unexpected(outcome);
      case ImportTable.Outcome.Taken taken -> unexpected(outcome);
    };
  }

  private static Problem unexpected(ImportTable.Outcome outcome) {
    throw new IllegalStateException("not an answer to what was asked: " + outcome);
  }

  private static Problem notYours(RegionCode region) {
    return Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
  }

  private static Problem broken(List<Finding> findings) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "returned-table.broken").with(findings);
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }
}
