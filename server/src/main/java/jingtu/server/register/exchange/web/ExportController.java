package jingtu.server.register.exchange.web;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jingtu.server.document.evidence.EvidencePackage;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.PackEvidence;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.record.web.QueryParameters;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A register's records as files, and the workbook to be filled in. */
@RestController
@RequestMapping("/api/registers/{register}")
class ExportController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final ExportRecords exports;
  private final PackEvidence packs;

  ExportController(ExportRecords exports, PackEvidence packs) {
    this.exports = exports;
    this.packs = packs;
  }

  /** The records whose evidence is packed, in the order of the package. */
  record PackageRequest(@NotEmpty @Size(max = EvidencePackages.MOST) List<UUID> ids) {}

  /** What proves these records: a numbered .zip with a catalogue, written while it is read. */
  @PostMapping("/packages")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  void pack(
      Scope scope,
      @PathVariable String register,
      @Valid @RequestBody PackageRequest chosen,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    List<RecordId> ids = chosen.ids().stream().map(RecordId::new).toList();
    EvidencePackage made =
        switch (packs.prepare(scope, id(register), ids, RequestLanguage.of(request))) {
          case EvidencePackages.Outcome.Prepared(EvidencePackage ready) -> ready;
          case EvidencePackages.Outcome.Faulty(var findings) ->
              throw Problem.of(HttpStatus.CONFLICT, "register-exchange.faulty-catalogue")
                  .with(findings);
          case EvidencePackages.Outcome.TooMany(int count) ->
              throw Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "register-exchange.package-too-large",
                  count,
                  EvidencePackages.MOST);
        };
    head(made.fileName(), ZIP, response);
    made.writeTo(response.getOutputStream());
  }

  /**
   * The workbook in which new records are filled in, with the fields that the account may fill in.
   */
  @GetMapping("/template.xlsx")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> template(
      Scope scope, @PathVariable String register, HttpServletRequest request) throws IOException {
    Language language = RequestLanguage.of(request);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exports.template(scope, id(register), language, bytes);
    String name = say(language, "template.file", register);
    return Download.named(name, Download.WORKBOOK).body(bytes.toByteArray());
  }

  private static RegisterId id(String register) {
    if (!RegisterId.isOne(register)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "register-exchange.unknown-register", register);
    }
    return new RegisterId(register);
  }

  /**
   * The records asked for, all pages of them, written as they are read.
   *
   * @param format {@code xlsx}, {@code csv} or {@code geojson}
   * @param asked what a list of records is asked, with {@code columns} to be written; all where
   *     they are left out
   */
  @GetMapping("/export.{format:xlsx|csv|geojson}")
  @AllowedTo.Everyone
  void export(
      Scope scope,
      @PathVariable String register,
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RecordFile.Kind kind = RecordFile.Kind.valueOf(format.toUpperCase(Locale.ROOT));
    ExportRecords.Export export =
        exports.prepare(
            scope,
            id(register),
            QueryParameters.of(asked),
            QueryParameters.columns(asked).orElse(Set.of()),
            kind,
            RequestLanguage.of(request));
    head(export.definition().name() + "." + format, type(kind), response);
    exports.write(export, response.getOutputStream());
  }

  private static void head(String name, MediaType type, HttpServletResponse response) {
    Download.named(name, type)
        .header("X-Content-Type-Options", "nosniff")
        .build()
        .getHeaders()
        .forEach((header, values) -> response.setHeader(header, values.getFirst()));
  }

  private static MediaType type(RecordFile.Kind kind) {
    return switch (kind) {
      case XLSX -> Download.WORKBOOK;
      case CSV -> CSV;
      case GEOJSON -> GEOJSON;
    };
  }
}
