package jingtu.server.register.exchange.web;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.record.web.QueryParameters;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A register's records as files, and the workbook to be filled in. */
@RestController
@RequestMapping("/api/registers/{register}")
class ExportController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

  private final ExportRecords exports;

  ExportController(ExportRecords exports) {
    this.exports = exports;
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
    Download.named(export.definition().name() + "." + format, type(kind))
        .header("X-Content-Type-Options", "nosniff")
        .build()
        .getHeaders()
        .forEach((name, values) -> response.setHeader(name, values.getFirst()));
    exports.write(export, response.getOutputStream());
  }

  private static MediaType type(RecordFile.Kind kind) {
    return switch (kind) {
      case XLSX -> Download.WORKBOOK;
      case CSV -> CSV;
      case GEOJSON -> GEOJSON;
    };
  }
}
