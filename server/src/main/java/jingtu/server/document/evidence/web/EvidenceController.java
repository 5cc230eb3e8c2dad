package jingtu.server.document.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.document.evidence.preview.Preview;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.multipart.MultipartFile;

/** Evidence handed in, looked at, replaced, taken out and put back. */
@RestController
@RequestMapping("/api/evidence")
class EvidenceController {

  /** More would make the address longer than servers take. */
  private static final int MOST_IDS = 100;

  private static final int LONGEST_TEXT = 500;

  /** A version never changes, so its pages need not be asked for twice in a working day. */
  private static final CacheControl KEPT_BY_THE_READER =
      CacheControl.maxAge(Duration.ofHours(8)).cachePrivate();

  private final Evidence evidence;

  EvidenceController(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Why a piece is taken out. */
  record EvidenceRemovalForm(@NotBlank @Size(max = LONGEST_TEXT) String reason) {}

  /** Those of the pieces that the account sees, in the order of {@code ids}. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  List<EvidenceView> pieces(
      Scope scope, @RequestParam @Size(max = MOST_IDS) List<UUID> ids, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    List<PieceOfEvidence> seen = evidence.list(scope, ids.stream().map(EvidenceId::new).toList());
    Map<EvidenceId, List<Finding>> held =
        evidence.held(scope, seen.stream().map(PieceOfEvidence::id).toList());
    return seen.stream()
        .map(
            piece ->
                EvidenceView.of(
                    piece,
                    evidence.mayChange(scope, piece),
                    held.getOrDefault(piece.id(), List.of()),
                    language))
        .toList();
  }

  /** Without {@code regionCode} it is evidence for the account's own region. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  EvidenceView handInPiece(
      Scope scope,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String regionCode,
      @RequestParam(defaultValue = "") @Size(max = LONGEST_TEXT) String note)
      throws IOException {
    RegionCode region = region(scope, Optional.ofNullable(regionCode));
    return view(scope, evidence.add(scope, region, name(file), file.getBytes(), note));
  }

  /** {@code version} is the newest that whoever replaces it saw. */
  @PostMapping(path = "/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  EvidenceView handInVersion(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam int version,
      @RequestParam(defaultValue = "") @Size(max = LONGEST_TEXT) String note)
      throws IOException {
    return view(
        scope,
        evidence.replace(scope, new EvidenceId(id), version, name(file), file.getBytes(), note));
  }

  /** The file as it was handed in, to be saved and never shown in place. */
  @GetMapping("/{id}/versions/{version}/content")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> savedFile(Scope scope, @PathVariable UUID id, @PathVariable int version) {
    PieceOfEvidence.Version found = version(scope, id, version);
    byte[] content =
        evidence
            .findContent(scope, new EvidenceId(id), version)
            .orElseThrow(EvidenceController::unknown);
    return harmless(Download.named(found.name(), MediaType.parseMediaType(found.mediaType())))
        .body(content);
  }

  /** A page of the file, drawn by us; it is the only thing that is shown in place. */
  @GetMapping("/{id}/versions/{version}/preview")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> drawnPage(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable int version,
      @RequestParam(defaultValue = "1") int page) {
    PieceOfEvidence.Version found = version(scope, id, version);
    Preview preview =
        evidence
            .findPreview(scope, new EvidenceId(id), version, page)
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "evidence.no-preview"));
    String ending = preview.mediaType().substring("image/".length());
    return harmless(
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(preview.mediaType()))
                .cacheControl(KEPT_BY_THE_READER)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.inline()
                        .filename(found.name() + "-" + page + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString()))
        .body(preview.content());
  }

  @PutMapping("/{id}/removal")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  EvidenceView takeOut(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody EvidenceRemovalForm form) {
    return view(scope, evidence.remove(scope, new EvidenceId(id), form.reason()));
  }

  @DeleteMapping("/{id}/removal")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  EvidenceView putBack(Scope scope, @PathVariable UUID id) {
    return view(scope, evidence.restore(scope, new EvidenceId(id)));
  }

  /** Whatever is in it, the browser takes it for nothing else and runs none of it. */
  private static ResponseEntity.BodyBuilder harmless(ResponseEntity.BodyBuilder answer) {
    return answer
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }

  private EvidenceView view(Scope scope, Evidence.Outcome outcome) {
    return switch (outcome) {
      case Evidence.Outcome.Done(PieceOfEvidence piece) ->
          EvidenceView.unheld(piece, evidence.mayChange(scope, piece));
      case Evidence.Outcome.Refused(Finding finding) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "evidence.refused", finding.place())
              .with(List.of(finding));
      case Evidence.Outcome.Held(PieceOfEvidence piece, List<Finding> by) ->
          throw Problem.of(HttpStatus.CONFLICT, "evidence.held", piece.current().name()).with(by);
      case Evidence.Outcome.Overtaken(PieceOfEvidence piece) -> throw overtaken(piece.current());
      case Evidence.Outcome.Unknown none -> throw unknown();
      case Evidence.Outcome.NotYours not -> throw notYours();
    };
  }

  private PieceOfEvidence.Version version(Scope scope, UUID id, int version) {
    return evidence
        .find(scope, new EvidenceId(id))
        .flatMap(piece -> piece.findVersion(version))
        .orElseThrow(EvidenceController::unknown);
  }

  private static RegionCode region(Scope scope, Optional<String> code) {
    if (code.isEmpty()) {
      return scope.region().orElseThrow(EvidenceController::notYours);
    }
    return code.filter(RegionCode::isOne)
        .map(RegionCode::new)
        .orElseThrow(EvidenceController::notYours);
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }

  private static Problem overtaken(PieceOfEvidence.Version current) {
    return Problem.of(
        HttpStatus.CONFLICT, "evidence.overtaken", current.ordinal(), current.name(), current.by());
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "evidence.unknown");
  }

  private static Problem notYours() {
    return Problem.of(HttpStatus.FORBIDDEN, "evidence.not-yours");
  }
}
