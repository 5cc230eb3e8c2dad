package jingtu.server.register.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.edge.Problem;
import jingtu.server.edge.ReceivedFile;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.register.exchange.ledger.ProposedRegister;
import jingtu.server.register.exchange.ledger.ProposedRegister.Becomes;
import jingtu.server.register.exchange.ledger.ProposedRegister.ProposedField;
import jingtu.server.register.exchange.ledger.ReadLedger;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.ledger.LedgerReading;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sheets that an office already keeps, and the registers that they could become. */
@RestController
class LedgerController {

  private static final String SLASH = "/";

  private final ReadLedger reading;

  LedgerController(ReadLedger reading) {
    this.reading = reading;
  }

  /** What was read, and the register that is proposed. */
  record LedgerView(
      String fileName,
      String title,
      List<LedgerNoteView> notes,
      List<String> sheets,
      int rows,
      LedgerRegisterView register,
      List<LedgerColumnView> columns,
      List<LedgerLeftOutView> leftOut,
      List<SaidFinding> doubts) {}

  /** Something written above the table. */
  record LedgerNoteView(String place, String text) {}

  /** The register that is proposed. */
  record LedgerRegisterView(String id, String name, RegisterKind kind, Definition.Shape geometry) {}

  /**
   * A column with what it may become.
   *
   * @param filled how many rows have something there; {@code distinct} how many different values
   */
  record LedgerColumnView(
      String letters,
      String heading,
      List<String> examples,
      int filled,
      int distinct,
      Becomes becomes,
      LedgerFieldView field,
      List<LedgerMisfitView> misfits) {}

  /** A field as a definition file says it. */
  record LedgerFieldView(
      String id,
      String label,
      String group,
      String type,
      @Nullable String unit,
      @Nullable Integer decimals,
      @Nullable Integer longest,
      @Nullable List<String> choices,
      boolean required,
      boolean key) {}

  /** A cell that is no value of the proposed type. */
  record LedgerMisfitView(String place, String written, String problem) {}

  /** A row that is no entry. */
  record LedgerLeftOutView(String place, String reason, String text) {}

  /** Reads a sheet and proposes a register for it; nothing is stored. */
  @PostMapping(path = "/api/ledgers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  LedgerView read(Scope scope, @RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    Language language = RequestLanguage.of(request);
    try (ReceivedFile received = ReceivedFile.of(file)) {
      return switch (reading.read(scope, received.file(), name)) {
        case ReadLedger.Outcome.Proposed(ProposedRegister register) -> view(register, language);
        case ReadLedger.Outcome.Refused(Finding finding) ->
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.refused", name)
                .with(List.of(finding));
      };
    }
  }

  private static LedgerView view(ProposedRegister proposed, Language language) {
    LedgerReading ledger = proposed.ledger();
    return new LedgerView(
        proposed.fileName(),
        ledger.title(),
        ledger.notes().stream()
            .map(note -> new LedgerNoteView(note.address().toString(), note.text()))
            .toList(),
        ledger.sheets(),
        ledger.rows().size(),
        new LedgerRegisterView(
            proposed.id().value(), proposed.name(), proposed.kind(), proposed.geometry()),
        proposed.columns().stream().map(column -> column(column, language)).toList(),
        ledger.leftOut().stream()
            .map(
                row ->
                    new LedgerLeftOutView(
                        row.sheet().isEmpty() ? "" + row.row() : row.sheet() + "!" + row.row(),
                        Messages.say(row.why(), language),
                        row.cells().stream().map(Cell::text).collect(Collectors.joining(" "))))
            .toList(),
        proposed.doubts().stream().map(doubt -> SaidFinding.of(doubt, language)).toList());
  }

  private static LedgerColumnView column(ProposedRegister.Column column, Language language) {
    return new LedgerColumnView(
        CellAddress.letters(column.read().number()),
        Stream.of(column.read().group(), column.read().name())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(SLASH)),
        column.read().examples(),
        column.read().filled(),
        column.read().distinct(),
        column.becomes(),
        field(column.field()),
        column.misfits().stream()
            .map(
                misfit ->
                    new LedgerMisfitView(
                        misfit.at().toString(),
                        misfit.written(),
                        Messages.say(misfit.problem(), language)))
            .toList());
  }

  private static LedgerFieldView field(ProposedField field) {
    return new LedgerFieldView(
        field.id(),
        field.label(),
        field.group(),
        field.type(),
        field.unit().orElse(null),
        field.decimals().orElse(null),
        field.longest().orElse(null),
        field.choices().isEmpty() ? null : field.choices(),
        field.required(),
        field.key());
  }
}
