package jingtu.server.register.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.ExchangeNames;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.job.ImportChoice;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportRows;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.register.exchange.job.ReceiveImport;
import jingtu.server.register.exchange.job.RunImport;
import jingtu.server.register.exchange.job.TakeBackImport;
import jingtu.server.register.record.web.RecordProblems;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files on their way into registers: uploaded, matched, checked, taken, taken back. */
@RestController
class ImportController {

  private static final int MOST_ROWS = 500;

  private final Imports imports;
  private final ExchangeNames names;

  ImportController(Imports imports, ExchangeNames names) {
    this.imports = imports;
    this.names = names;
  }

  /** The imports into a register, the latest first. */
  record ImportsView(List<ImportView> imports) {}

  /** The imports into a register that the account sees. */
  @GetMapping("/api/registers/{register}/imports")
  @AllowedTo.Everyone
  ImportsView list(Scope scope, @PathVariable String register, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return new ImportsView(
        imports.list(scope, register(register)).stream()
            .map(
                job ->
                    ImportView.listed(
                        job, imports.progress(scope, job), imports.mayAct(scope, job), language))
            .toList());
  }

  /**
   * Takes a file in and matches its columns.
   *
   * @param region whose records its rows become where they do not say; the account's own where it
   *     is left out
   * @param organisation who keeps them where they do not say; an officer's own in any case
   */
  @PostMapping(
      path = "/api/registers/{register}/imports",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView receive(
      Scope scope,
      @PathVariable String register,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(required = false) @Nullable UUID organisation,
      HttpServletRequest request)
      throws IOException {
    ImportJob job =
        imports
            .receiving()
            .receive(
                scope,
                register(register),
                region(region)
                    .or(scope::region)
                    .orElseThrow(
                        () ->
                            Problem.of(
                                HttpStatus.FORBIDDEN, "register-exchange.not-your-region", "")),
                Optional.ofNullable(organisation),
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                file.getBytes());
    return view(scope, job, request);
  }

  private static RegisterId register(String id) {
    if (!RegisterId.isOne(id)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "register-exchange.unknown-register", id);
    }
    return new RegisterId(id);
  }

  private static Optional<RegionCode> region(@Nullable String code) {
    if (code != null && !RegionCode.isOne(code)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "register-exchange.not-your-region", code);
    }
    return Optional.ofNullable(code).map(RegionCode::new);
  }

  /** One import with its columns and how far it is. */
  @GetMapping("/api/imports/{id}")
  @AllowedTo.Everyone
  ImportView get(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return view(scope, imports.get(scope, id), request);
  }

  /**
   * What somebody says of the columns.
   *
   * @param sheets those to be read; the proposed ones where it is left out
   * @param header the row of the head
   * @param columns the register's columns by the numbers of the file's; proposed anew where none
   * @param emptyCells what empty cells do to records that are there already; as before where it is
   *     left out, at first {@code KEEP}
   */
  record ColumnsForm(
      @Nullable List<@NotNull String> sheets,
      @Nullable Integer header,
      @Nullable Map<Integer, @NotNull String> columns,
      @Nullable String region,
      @Nullable UUID organisation,
      ImportChoice.@Nullable EmptyCells emptyCells) {

    ReceiveImport.Said said() {
      return new ReceiveImport.Said(
          sheets == null ? List.of() : sheets,
          header == null ? OptionalInt.empty() : OptionalInt.of(header),
          columns == null ? Map.of() : columns,
          ImportController.region(region),
          Optional.ofNullable(organisation),
          Optional.ofNullable(emptyCells));
    }
  }

  /** Says which column of the file is which; what a check found before is forgotten. */
  @PutMapping("/api/imports/{id}/columns")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView match(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody ColumnsForm form,
      HttpServletRequest request) {
    return view(scope, imports.receiving().choose(scope, id, form.said()), request);
  }

  /** Begins to check the whole file; nothing is stored. */
  @PostMapping("/api/imports/{id}/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView check(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return view(scope, imports.checking().start(scope, id), request);
  }

  /**
   * What is to be stored.
   *
   * @param choices of single rows, by {@code sheet!number}, where each is asked for
   * @param whole whether nothing is to be stored where any row is faulty
   */
  record RunForm(
      ImportJob.@NotNull Meeting meeting,
      @Nullable Map<String, ImportJob.Meeting> choices,
      @Nullable Boolean whole) {}

  /** Begins to store the sound rows: all in one transaction. */
  @PostMapping("/api/imports/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView run(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody RunForm form,
      HttpServletRequest request) {
    RunImport.Wanted wanted =
        new RunImport.Wanted(
            form.meeting(),
            form.choices() == null ? Map.of() : form.choices(),
            Boolean.TRUE.equals(form.whole()));
    return view(scope, imports.running().start(scope, id, wanted), request);
  }

  /** Stops it; nothing of it is stored. */
  @PostMapping("/api/imports/{id}/cancel")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView cancel(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return view(scope, imports.cancel(scope, id), request);
  }

  /**
   * Rows of the file with what was found in them.
   *
   * @param after the row after which they begin, as {@code sheet!number}
   */
  @GetMapping("/api/imports/{id}/rows")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportRowsView rows(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "ALL") ImportRows.Which of,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int limit,
      HttpServletRequest request) {
    CellNames called = names.of(scope);
    return ImportRowsView.of(
        imports
            .rows()
            .page(
                scope,
                id,
                of,
                Optional.ofNullable(kind),
                Optional.ofNullable(after).flatMap(ImportRows.Place::of),
                Math.clamp(limit, 1, MOST_ROWS)),
        record -> called.titles().find(record).orElse(""),
        RequestLanguage.of(request));
  }

  /** The same file with every fault in its cell. */
  @GetMapping("/api/imports/{id}/marked")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> marked(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    AtomicReference<byte[]> bytes = new AtomicReference<>(new byte[0]);
    imports.rows().mark(scope, id, RequestLanguage.of(request), file -> bytes.set(bytesOf(file)));
    return Download.named(imports.get(scope, id).fileName(), MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes.get());
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** What taking an import back would do. */
  @GetMapping("/api/imports/{id}/take-back")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  TakeBackImport.Preview beforeTakeBack(
      Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return imports.takingBack().preview(scope, id, RequestLanguage.of(request));
  }

  /** Why an import is taken back. */
  record ReasonForm(@NotNull String reason) {}

  /** Takes an import back in one step, except what was changed since. */
  @PostMapping("/api/imports/{id}/take-back")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ImportView takeBack(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody ReasonForm form,
      HttpServletRequest request) {
    ImportJob job =
        RecordProblems.said(
            RequestLanguage.of(request),
            () -> imports.takingBack().takeBack(scope, id, form.reason()));
    return view(scope, job, request);
  }

  private ImportView view(Scope scope, ImportJob job, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return ImportView.of(
        job,
        imports.progress(scope, job),
        imports.mayAct(scope, job),
        imports.columns(scope, job.register(), language),
        language);
  }
}
