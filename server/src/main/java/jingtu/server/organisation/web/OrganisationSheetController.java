package jingtu.server.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.ReceivedFile;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.organisation.ImportOrganisations;
import jingtu.server.organisation.OrganisationColumn;
import jingtu.server.organisation.OrganisationWorkbook;
import jingtu.server.organisation.SheetChange;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.sheets.MarkedCopy;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The directory as a sheet: out, checked, marked, and in. */
@RestController
@RequestMapping("/api/organisations/sheet")
class OrganisationSheetController {

  private final OrganisationWorkbook workbook;
  private final ImportOrganisations importOrganisations;

  OrganisationSheetController(
      OrganisationWorkbook workbook, ImportOrganisations importOrganisations) {
    this.workbook = workbook;
    this.importOrganisations = importOrganisations;
  }

  record PartView(OrganisationColumn column, String before, String after) {}

  record ChangeView(SheetChange.Kind kind, int row, String name, List<PartView> parts) {
    static ChangeView of(SheetChange change) {
      return new ChangeView(
          change.kind(),
          change.row(),
          change.name(),
          change.parts().stream()
              .map(part -> new PartView(part.column(), part.before(), part.after()))
              .toList());
    }
  }

  /** {@code place} is the cell's address, as the sheet's user knows it. */
  record FaultView(String place, String problem, String remedy) {
    static FaultView of(CellFinding fault, Language language) {
      return new FaultView(
          fault.at().toString(),
          Messages.say(fault.problem(), language),
          Messages.say(fault.remedy(), language));
    }
  }

  /** What sound rows do to the directory, and which rows are left out and why. */
  record SheetView(List<ChangeView> changes, List<FaultView> faults) {}

  @GetMapping
  @AllowedTo.Everyone
  ResponseEntity<byte[]> write(Scope scope, HttpServletRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(scope, RequestLanguage.of(request), bytes);
    return Download.named("organisations.xlsx", Download.WORKBOOK).body(bytes.toByteArray());
  }

  /** What the sheet would do; nothing is stored. */
  @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  SheetView check(Scope scope, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      return view(file, importOrganisations.check(scope, received.file()), request);
    }
  }

  /** The same file with every fault in its cell. */
  @PostMapping(path = "/marked", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  ResponseEntity<byte[]> mark(
      Scope scope, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      var read = read(file, importOrganisations.check(scope, received.file()));
      Optional<Finding> refused =
          MarkedCopy.write(
              received.file(), received.file(), read.findings(), RequestLanguage.of(request));
      if (refused.isPresent()) {
        throw refused(file, refused.get());
      }
      byte[] bytes = Files.readAllBytes(received.file());
      return Download.named(name(file), MediaType.APPLICATION_OCTET_STREAM).body(bytes);
    }
  }

  /** Takes the sound rows in. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  SheetView take(Scope scope, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    try (ReceivedFile received = ReceivedFile.of(file)) {
      return view(file, importOrganisations.take(scope, received.file()), request);
    }
  }

  private static SheetView view(
      MultipartFile file, ImportOrganisations.Outcome outcome, HttpServletRequest request) {
    var read = read(file, outcome);
    Language language = RequestLanguage.of(request);
    return new SheetView(
        read.changes().stream().map(ChangeView::of).toList(),
        read.findings().stream().map(fault -> FaultView.of(fault, language)).toList());
  }

  private static ImportOrganisations.Outcome.Read read(
      MultipartFile file, ImportOrganisations.Outcome outcome) {
    return switch (outcome) {
      case ImportOrganisations.Outcome.Read read -> read;
      case ImportOrganisations.Outcome.Refused(Finding finding) -> throw refused(file, finding);
    };
  }

  private static Problem refused(MultipartFile file, Finding finding) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "organisation.sheet-refused", name(file))
        .with(List.of(finding));
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }
}
