package jingtu.server.duty.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.paper.MakeLetters;
import jingtu.server.duty.paper.MakePapers;
import jingtu.server.duty.paper.MakeWorkbook;
import jingtu.server.duty.paper.PaperFile;
import jingtu.server.duty.paper.PaperOutcome;
import jingtu.server.duty.round.RoundId;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers that whoever keeps a round-up makes of it. */
@RestController
@RequestMapping("/api/round-ups")
class PaperController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final MakePapers papers;
  private final MakeLetters letters;
  private final MakeWorkbook workbook;

  PaperController(MakePapers papers, MakeLetters letters, MakeWorkbook workbook) {
    this.papers = papers;
    this.letters = letters;
    this.workbook = workbook;
  }

  /** What the lines of a table are put together by. */
  enum TableGrouping {
    CHAPTER,
    ORGANISATION
  }

  /**
   * To whom letters are made.
   *
   * @param noted whether the record of chases tells of them
   */
  record LetterForm(@NotEmpty List<UUID> organisations, boolean noted) {}

  /** All lines in one table as .docx. */
  @GetMapping("/{id}/table.docx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> wordTable(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "CHAPTER") TableGrouping by,
      HttpServletRequest request) {
    return table(scope, id, by, TemplateFormat.WORD, request);
  }

  /** All lines in one table as .xlsx. */
  @GetMapping("/{id}/table.xlsx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> excelTable(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "CHAPTER") TableGrouping by,
      HttpServletRequest request) {
    return table(scope, id, by, TemplateFormat.EXCEL, request);
  }

  private ResponseEntity<byte[]> table(
      Scope scope, UUID id, TableGrouping by, TemplateFormat format, HttpServletRequest request) {
    return file(
        papers.table(
            scope,
            new RoundId(id),
            by == TableGrouping.CHAPTER,
            format,
            RequestLanguage.of(request)));
  }

  /** What the period brought, against the one before. */
  @GetMapping("/{id}/summary.docx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> roundSummary(
      Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return file(papers.summary(scope, new RoundId(id), RequestLanguage.of(request)));
  }

  /** How each organisation reported, for all of them to read. */
  @GetMapping("/{id}/notice.docx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> notice(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return file(papers.notice(scope, new RoundId(id), RequestLanguage.of(request)));
  }

  /** Lines, history, chases and counts of one round-up. */
  @GetMapping("/{id}/everything.xlsx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> everything(
      Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return file(workbook.of(scope, new RoundId(id), RequestLanguage.of(request)));
  }

  /** Lines, history, chases and counts of all round-ups of a year. */
  @GetMapping("/everything.xlsx")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> year(Scope scope, @RequestParam int year, HttpServletRequest request) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper.no-year");
    }
    PaperOutcome outcome = workbook.of(scope, year, RequestLanguage.of(request));
    if (outcome instanceof PaperOutcome.Unknown) {
      throw Problem.of(HttpStatus.NOT_FOUND, "paper.nothing", Integer.toString(year));
    }
    return file(outcome);
  }

  /** Letters to organisations that owe reports: one as .docx, several packed as .zip. */
  @PostMapping("/{id}/letters")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> letters(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody LetterForm form,
      HttpServletRequest request) {
    return file(
        letters.to(
            scope,
            new RoundId(id),
            form.organisations(),
            form.noted(),
            RequestLanguage.of(request)));
  }

  private static ResponseEntity<byte[]> file(PaperOutcome outcome) {
    return switch (outcome) {
      case PaperOutcome.Made(PaperFile file) ->
          Download.named(file.name(), type(file)).body(file.content());
      case PaperOutcome.Faulty(List<Finding> findings) ->
          throw Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT, "paper.template-faulty", findings.size())
              .with(findings);
      case PaperOutcome.Unknown none -> throw unknown();
      case PaperOutcome.NobodyOwes nobody ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper.nobody-owes");
    };
  }

  private static MediaType type(PaperFile file) {
    Optional<TemplateFormat> format = TemplateFormat.ofEnding(file.ending());
    return MediaType.parseMediaType(
        format.map(each -> each.kind().mediaType()).orElse("application/zip"));
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "round.unknown");
  }
}
