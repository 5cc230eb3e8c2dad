package jingtu.server.duty.round.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import jingtu.sheets.MarkedCopy;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a returned table says, and keeps the file as evidence of it. */
@Service
public class TakeInSheet {

  private static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(FileKind.EXCEL, FileKind.TEXT, FileKind.WORD),
          Message.of("round.returned.kinds-taken"));

  private final ReadSheet readSheet;
  private final Rounds rounds;
  private final ReportProgress report;
  private final Documents documents;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  TakeInSheet(
      ReadSheet readSheet,
      Rounds rounds,
      ReportProgress report,
      Documents documents,
      JdbcClient jdbc,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.readSheet = readSheet;
    this.rounds = rounds;
    this.report = report;
    this.documents = documents;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the table says, without taking anything; empty where there is no such round-up. */
  @Transactional(readOnly = true)
  public Optional<CheckedSheet> check(
      Scope scope,
      RoundId round,
      Optional<UUID> handedInAs,
      String name,
      byte[] content,
      Language language) {
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding why) ->
          rounds.find(scope, round).map(found -> CheckedSheet.refused(handedInAs, why));
      case UploadCheck.Outcome.Accepted(Upload upload) ->
          reading(upload, file -> readSheet.check(scope, round, handedInAs, file, language));
    };
  }

  /**
   * Takes the rows that can be taken, all or none of them, and keeps the file.
   *
   * @return what was taken and what was wrong; empty where there is no such round-up
   */
  @Transactional
  public Optional<CheckedSheet> take(
      Scope scope,
      RoundId id,
      Optional<UUID> handedInAs,
      String name,
      byte[] content,
      Language language) {
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding why) ->
          rounds.find(scope, id).map(found -> CheckedSheet.refused(handedInAs, why));
      case UploadCheck.Outcome.Accepted(Upload upload) ->
          take(scope, id, handedInAs, upload, language);
    };
  }

  private Optional<CheckedSheet> take(
      Scope scope, RoundId id, Optional<UUID> handedInAs, Upload upload, Language language) {
    Optional<CheckedSheet> checked =
        reading(upload, file -> readSheet.check(scope, id, handedInAs, file, language));
    if (checked.isPresent()) {
      for (CheckedSheet.Taken taken : checked.get().taken()) {
        ReportOutcome outcome =
            report.takeFromSheet(
                scope,
                taken.line().id(),
                taken.line().version(),
                taken.progress(),
                taken.stamped());
        if (!(outcome instanceof ReportOutcome.Done)) {
          throw new Overtaken(outcome);
        }
      }
      keep(scope, rounds.find(scope, id).orElseThrow(), checked.get(), upload);
    }
    return checked;
  }

  /** Somebody changed a line between its being read and its being written; nothing was taken. */
  public static final class Overtaken extends RuntimeException {
    Overtaken(ReportOutcome outcome) {
      super("a line of the table was changed meanwhile: " + outcome);
    }
  }

  /** The table with what is wrong in its cells; empty where nothing can be marked. */
  public Optional<byte[]> marked(byte[] content, CheckedSheet checked, Language language) {
    return switch (UploadCheck.check("", content, TAKEN)) {
      case UploadCheck.Outcome.Rejected refused -> Optional.empty();
      case UploadCheck.Outcome.Accepted(Upload upload) when upload.kind() == FileKind.WORD ->
          Optional.empty();
      case UploadCheck.Outcome.Accepted(Upload upload) ->
          reading(
              upload,
              file -> {
                Path copy = file.resolveSibling(file.getFileName() + ".marked");
                try {
                  return MarkedCopy.write(file, copy, checked.findings(), language).isPresent()
                      ? Optional.<byte[]>empty()
                      : Optional.of(Files.readAllBytes(copy));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                } finally {
                  delete(copy);
                }
              });
    };
  }

  private void keep(Scope scope, Round round, CheckedSheet checked, Upload upload) {
    DocumentId document = documents.store(scope, round.region(), upload);
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into returned_round_sheet (id, round_id, organisation_id, file_name,
              document_id, taken, findings, changed_by_name, changed_at)
            values (:id, :round, :organisation, :name, :document, :taken, :findings, :by, :at)
            """)
        .param("id", id)
        .param("round", round.id().value())
        .param("organisation", checked.organisation().orElse(null))
        .param("name", upload.name())
        .param("document", document.value())
        .param("taken", checked.taken().size())
        .param("findings", checked.findings().size() + (checked.refusal().isPresent() ? 1 : 0))
        .param("by", scope.username())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.record(
        scope,
        "round.sheet-returned",
        round.id().value().toString(),
        upload.name() + ": " + checked.taken().size());
  }

  private static <T> T reading(Upload upload, Function<Path, T> read) {
    try {
      Path file = Files.createTempFile("round-sheet", "");
      try {
        Files.write(
            file,
            upload.kind() == FileKind.WORD
                ? WordTables.asWorkbook(upload.content())
                : upload.content());
        return read.apply(file);
      } finally {
        delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a returned table", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
