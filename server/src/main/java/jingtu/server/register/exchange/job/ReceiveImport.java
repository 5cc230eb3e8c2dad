package jingtu.server.register.exchange.job;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.MatchColumns.How;
import jingtu.server.register.exchange.intake.MatchColumns.Match;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes a file in and says which of its columns is which; people say otherwise where they see it.
 */
@Service
public class ReceiveImport {

  private static final int LONGEST_NAME = 255;

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ColumnMemory memory;
  private final Identifiers identifiers;
  private final Clock clock;

  ReceiveImport(
      ImportDesk desk, ImportJobs jobs, ColumnMemory memory, Identifiers identifiers, Clock clock) {
    this.desk = desk;
    this.jobs = jobs;
    this.memory = memory;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Keeps a file for a register and matches its columns.
   *
   * @throws Problem where the region is another's, or the file cannot be read
   */
  public ImportJob receive(
      Scope scope,
      RegisterId register,
      RegionCode region,
      Optional<UUID> organisation,
      String name,
      byte[] content) {
    MatchColumns match = match(scope, register);
    desk.requireRegion(scope, region);
    try (ImportFile file = ImportFile.of(content)) {
      Source source = opened(file, name);
      ImportChoice choice = propose(scope, register, source, match, OptionalInt.empty(), List.of());
      ImportJob job =
          new ImportJob(
              identifiers.next(),
              register,
              region,
              desk.keeper(scope, organisation),
              name.substring(Math.max(0, name.length() - LONGEST_NAME)),
              source.kind(),
              scope.account(),
              scope.username(),
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              ImportStep.COLUMNS,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              choice,
              ImportReport.NOTHING,
              ImportJob.Meeting.SKIP,
              Optional.empty(),
              Optional.empty());
      jobs.insert(scope, job, content);
      return job;
    }
  }

  private MatchColumns match(Scope scope, RegisterId register) {
    return new MatchColumns(desk.columns(scope, register, Language.ZH));
  }

  private static Source opened(ImportFile file, String name) {
    return switch (file.open()) {
      case Source.Opened(Source source) -> source;
      case Source.Refused(var finding) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.refused", name)
              .with(List.of(finding));
    };
  }

  /**
   * What a person says of the file.
   *
   * @param sheets those to be read; the proposed ones where there are none
   * @param header the row of the head, where it is not the one that was found
   * @param columns columns of the register by their numbers in the file; where there are none they
   *     are proposed anew
   * @param emptyCells what empty cells do to records that are there; as before where nothing is
   *     said
   */
  public record Said(
      List<String> sheets,
      OptionalInt header,
      Map<Integer, String> columns,
      Optional<RegionCode> region,
      Optional<UUID> organisation,
      Optional<ImportChoice.EmptyCells> emptyCells) {}

  /**
   * Takes what a person says of the columns, and remembers it for the next file of the office. What
   * was checked before has to be checked again.
   *
   * @throws Problem where the import has gone on, or there is no such sheet or column
   */
  public ImportJob choose(Scope scope, UUID id, Said said) {
    ImportJob job = desk.getOwn(scope, id);
    if (!job.step().isOpen()) {
      throw goneOn(job);
    }
    RegionCode region = said.region().orElse(job.region());
    desk.requireRegion(scope, region);
    MatchColumns match = match(scope, job.register());
    try (ImportFile file = ImportFile.of(jobs.content(scope, job))) {
      Source source = opened(file, job.fileName());
      said.sheets().stream()
          .filter(sheet -> !source.sheets().contains(sheet))
          .findFirst()
          .ifPresent(
              sheet -> {
                throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.unknown-sheet", sheet);
              });
      ImportChoice proposed =
          propose(scope, job.register(), source, match, said.header(), said.sheets());
      ImportChoice choice =
          said.columns().isEmpty() ? proposed : chosen(scope, job, match, proposed, said.columns());
      ImportJob after =
          new ImportJob(
              job.id(),
              job.register(),
              region,
              desk.keeper(scope, said.organisation().or(job::organisation)),
              job.fileName(),
              job.kind(),
              job.account(),
              job.by(),
              job.uploadedAt(),
              ImportStep.COLUMNS,
              job.stepAt(),
              choice.emptying(said.emptyCells().orElse(job.choice().emptyCells())),
              ImportReport.NOTHING,
              job.meeting(),
              Optional.empty(),
              Optional.empty());
      if (!jobs.choose(scope, after)) {
        throw goneOn(job);
      }
      return desk.get(scope, id);
    }
  }

  private static Problem goneOn(ImportJob job) {
    return Problem.of(HttpStatus.CONFLICT, "register-exchange.gone-on", job.fileName());
  }

  private ImportChoice propose(
      Scope scope,
      RegisterId register,
      Source source,
      MatchColumns match,
      OptionalInt header,
      List<String> wanted) {
    Map<String, String> remembered = memory.list(scope, register);
    List<TableHead> heads =
        source.sheets().stream().map(sheet -> source.head(sheet, match::isName, header)).toList();
    TableHead first =
        wanted.isEmpty()
            ? best(heads, match)
            : heads.stream()
                .filter(h -> h.sheet().equals(wanted.getFirst()))
                .findFirst()
                .orElseThrow();
    List<String> sheets =
        heads.stream()
            .filter(head -> wanted.isEmpty() || wanted.contains(head.sheet()))
            .filter(first::isLike)
            .map(TableHead::sheet)
            .toList();
    if (sheets.size() < wanted.size()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "register-exchange.sheets-differ",
          String.join(", ", wanted));
    }
    Map<Integer, Match> columns =
        match.propose(
            first, heading -> Optional.ofNullable(remembered.get(ColumnMemory.heading(heading))));
    return new ImportChoice(
        source.sheets(),
        sheets,
        header.orElse(0),
        first,
        columns,
        match.doubts(first, columns),
        ImportChoice.EmptyCells.KEEP);
  }

  /** The sheet that has most of the register's columns, the first of equals. */
  private static TableHead best(List<TableHead> heads, MatchColumns match) {
    TableHead best = heads.getFirst();
    int most = -1;
    for (TableHead head : heads) {
      int named = match.propose(head, heading -> Optional.empty()).size();
      if (named > most) {
        best = head;
        most = named;
      }
    }
    return best;
  }

  private ImportChoice chosen(
      Scope scope,
      ImportJob job,
      MatchColumns match,
      ImportChoice proposed,
      Map<Integer, String> wanted) {
    SheetColumns columns = desk.columns(scope, job.register(), Language.ZH);
    Map<Integer, Match> chosen = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    wanted.forEach(
        (number, id) -> {
          boolean known =
              proposed.head().find(number).isPresent()
                  && columns.find(id).filter(SheetColumn::isTaken).isPresent()
                  && taken.add(id);
          if (known) {
            Match before = proposed.columns().get(number);
            boolean same = before != null && before.column().equals(id);
            chosen.put(number, same ? before : new Match(id, How.CHOSEN));
          } else {
            unknown.add(number + ": " + id);
          }
        });
    if (!unknown.isEmpty()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "register-exchange.unknown-column",
          String.join(", ", unknown));
    }
    proposed.head().columns().forEach(column -> remember(scope, job, column, proposed, chosen));
    return new ImportChoice(
        proposed.offered(),
        proposed.sheets(),
        proposed.header(),
        proposed.head(),
        chosen,
        match.doubts(proposed.head(), chosen),
        ImportChoice.EmptyCells.KEEP);
  }

  /** What differs from the proposal is remembered, passing over too. */
  private void remember(
      Scope scope,
      ImportJob job,
      TableHead.Column column,
      ImportChoice proposed,
      Map<Integer, Match> chosen) {
    Optional<String> before =
        Optional.ofNullable(proposed.columns().get(column.number())).map(Match::column);
    Optional<String> now = Optional.ofNullable(chosen.get(column.number())).map(Match::column);
    if (!before.equals(now)) {
      memory.keep(scope, job.register(), ColumnMemory.heading(column.heading()), now.orElse(""));
    }
  }
}
