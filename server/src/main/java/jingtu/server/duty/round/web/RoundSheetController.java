package jingtu.server.duty.round.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.sheet.CheckedSheet;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.duty.round.sheet.TakeInSheet;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The sheets of a round-up, as they go out and come back. */
@RestController
@RequestMapping("/api/round-ups/{id}")
class RoundSheetController {

  private final GiveOutSheets giveOut;
  private final TakeInSheet takeIn;

  RoundSheetController(GiveOutSheets giveOut, TakeInSheet takeIn) {
    this.giveOut = giveOut;
    this.takeIn = takeIn;
  }

  /**
   * What became of a table that came back.
   *
   * @param taken rows that were taken, or would be
   * @param same rows that say what is there already
   * @param empty rows that say nothing
   * @param refusal why nothing was taken
   */
  record ReturnedSheetView(
      String fileName,
      @Nullable UUID organisation,
      int taken,
      int same,
      int empty,
      @Nullable SaidFinding refusal,
      List<SaidFinding> findings,
      List<SaidFinding> notices) {}

  /** The sheet of one organisation as .xlsx. */
  @GetMapping("/sheet.xlsx")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> sheet(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam UUID organisation,
      HttpServletRequest request) {
    return sheet(scope, id, organisation, TemplateFormat.EXCEL, request);
  }

  /** The sheet of one organisation as .docx. */
  @GetMapping("/sheet.docx")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> wordSheet(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam UUID organisation,
      HttpServletRequest request) {
    return sheet(scope, id, organisation, TemplateFormat.WORD, request);
  }

  private ResponseEntity<byte[]> sheet(
      Scope scope, UUID id, UUID organisation, TemplateFormat format, HttpServletRequest request) {
    GiveOutSheets.SheetFile file =
        giveOut
            .one(scope, new RoundId(id), organisation, format, RequestLanguage.of(request))
            .orElseThrow(RoundSheetController::unknown);
    return Download.named(file.name(), MediaType.parseMediaType(format.kind().mediaType()))
        .body(file.content());
  }

  /**
   * The sheets of all organisations, one file each, in a .zip.
   *
   * @param word whether they are .docx instead of .xlsx
   */
  @GetMapping("/sheets.zip")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> sheets(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean word,
      HttpServletRequest request) {
    TemplateFormat format = word ? TemplateFormat.WORD : TemplateFormat.EXCEL;
    byte[] zip =
        giveOut
            .all(scope, new RoundId(id), format, RequestLanguage.of(request))
            .orElseThrow(RoundSheetController::unknown);
    return Download.named("round-up.zip", MediaType.parseMediaType("application/zip")).body(zip);
  }

  /**
   * Takes a table that came back; what can be taken is, and the rest is explained.
   *
   * @param organisation under whose name it is brought in; where it is absent, the table says so
   * @param check whether nothing is taken yet
   */
  @PostMapping(path = "/sheets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ReturnedSheetView take(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> organisation,
      @RequestParam(defaultValue = "false") boolean check,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    byte[] content = file.getBytes();
    RoundId round = new RoundId(id);
    Language language = RequestLanguage.of(request);
    Optional<CheckedSheet> outcome;
    try {
      outcome =
          check
              ? takeIn.check(scope, round, organisation, name, content, language)
              : takeIn.take(scope, round, organisation, name, content, language);
    } catch (TakeInSheet.Overtaken meanwhile) {
      throw Problem.of(HttpStatus.CONFLICT, "round.overtaken");
    }
    return view(name, outcome.orElseThrow(RoundSheetController::unknown), language);
  }

  /** The same table with what is wrong in its cells. */
  @PostMapping(path = "/sheets/marked", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> marked(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> organisation,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    byte[] content = file.getBytes();
    Language language = RequestLanguage.of(request);
    CheckedSheet checked =
        takeIn
            .check(scope, new RoundId(id), organisation, name, content, language)
            .orElseThrow(RoundSheetController::unknown);
    byte[] copy =
        takeIn
            .marked(content, checked, language)
            .orElseThrow(() -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "round.no-copy"));
    return Download.named(name, MediaType.APPLICATION_OCTET_STREAM).body(copy);
  }

  private static ReturnedSheetView view(String name, CheckedSheet checked, Language language) {
    return new ReturnedSheetView(
        name,
        checked.organisation().orElse(null),
        checked.taken().size(),
        checked.same(),
        checked.empty(),
        checked.refusal().map(why -> SaidFinding.of(why, language)).orElse(null),
        checked.findings().stream()
            .map(CellFinding::finding)
            .map(finding -> SaidFinding.of(finding, language))
            .toList(),
        checked.notices().stream().map(notice -> SaidFinding.of(notice, language)).toList());
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "round.unknown");
  }
}
