package jingtu.server.register.exchange.web;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.MatchColumns.How;
import jingtu.server.register.exchange.intake.MatchColumns.Match;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.server.register.exchange.job.CancelImport.Progress;
import jingtu.server.register.exchange.job.ImportChoice;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportReport;
import jingtu.server.register.exchange.job.ImportStep;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An import as the screens show it. Samples are for those who may act on it.
 *
 * @param chosenSheets the sheets that are read
 * @param targets the register's columns that a file may fill
 * @param lacking those of them that every record needs and the file does not have
 */
record ImportView(
    UUID id,
    String register,
    String fileName,
    Source.Kind kind,
    String region,
    @Nullable UUID organisation,
    String startedBy,
    Instant startedAt,
    ImportStep step,
    ProgressView progress,
    List<String> sheets,
    List<String> chosenSheets,
    HeadView head,
    List<FileColumnView> columns,
    List<TargetColumnView> targets,
    List<TargetColumnView> lacking,
    ImportChoice.EmptyCells emptyCells,
    ImportJob.Meeting meeting,
    RowCountsView counts,
    List<FaultKindView> kinds,
    @Nullable String failure,
    @Nullable BatchView batch,
    boolean mayAct) {

  /** How far the work is: the share of the file, rows checked and rows written. */
  record ProgressView(double share, int checked, int written) {}

  /** First and last row of the head; 0 where the file has none. */
  record HeadView(int first, int last) {}

  /** A column of the file, and the register's column that it was matched to. */
  record FileColumnView(
      int number,
      String letters,
      String heading,
      List<String> samples,
      @Nullable String column,
      @Nullable How how,
      @Nullable String doubt) {}

  /** A column of the register. */
  record TargetColumnView(String id, String heading, boolean required) {}

  /** How many rows, each counted once; {@code sound} are new. */
  record RowCountsView(int read, int sound, int faulty, int meeting, int same, int leftOut) {}

  /** Faults, or doubts, of one kind. */
  record FaultKindView(String kind, String label, int count, boolean doubt) {}

  /** What an import did. */
  record BatchView(
      int added,
      int changed,
      int skipped,
      Instant at,
      String by,
      @Nullable TakenBackView takenBack) {}

  /** Who undid it. */
  record TakenBackView(Instant at, String by, String reason) {}

  /** For lists: without columns. */
  static ImportView listed(ImportJob job, Progress progress, boolean mayAct, Language language) {
    return of(job, progress, mayAct, language, List.of(), List.of(), List.of());
  }

  static ImportView of(
      ImportJob job, Progress progress, boolean mayAct, SheetColumns columns, Language language) {
    List<SheetColumn> lacking = new MatchColumns(columns).lacking(job.choice().columns());
    Set<String> needed =
        new MatchColumns(columns)
            .lacking(Map.of()).stream().map(SheetColumn::id).collect(Collectors.toSet());
    return of(
        job,
        progress,
        mayAct,
        language,
        mayAct ? fileColumns(job, language) : List.of(),
        columns.columns().stream()
            .filter(SheetColumn::isTaken)
            .map(column -> target(column, needed.contains(column.id())))
            .toList(),
        lacking.stream().map(column -> target(column, true)).toList());
  }

  private static TargetColumnView target(SheetColumn column, boolean required) {
    return new TargetColumnView(column.id(), column.heading(), required);
  }

  private static ImportView of(
      ImportJob job,
      Progress progress,
      boolean mayAct,
      Language language,
      List<FileColumnView> columns,
      List<TargetColumnView> targets,
      List<TargetColumnView> lacking) {
    ImportReport report = job.report();
    TableHead head = job.choice().head();
    return new ImportView(
        job.id(),
        job.register().value(),
        job.fileName(),
        job.kind(),
        job.region().digits(),
        job.organisation().orElse(null),
        job.by(),
        job.uploadedAt(),
        job.step(),
        new ProgressView(progress.share(), progress.checked(), progress.written()),
        job.choice().offered(),
        job.choice().sheets(),
        new HeadView(head.first(), head.last()),
        columns,
        targets,
        lacking,
        job.choice().emptyCells(),
        job.meeting(),
        counts(report),
        report.kinds().entrySet().stream()
            .map(
                kind ->
                    new FaultKindView(
                        kind.getKey(),
                        label(kind.getKey(), language),
                        kind.getValue().count(),
                        kind.getValue().doubt()))
            .toList(),
        report.refusal().map(finding -> finding.say(language)).orElse(null),
        batch(job),
        mayAct);
  }

  private static RowCountsView counts(ImportReport report) {
    int leftOut = report.leftOut().values().stream().mapToInt(Integer::intValue).sum();
    return new RowCountsView(
        report.rows() + leftOut,
        report.fresh(),
        report.faulty(),
        report.met(),
        report.same(),
        leftOut);
  }

  /** What a kind of fault is called; those of the register's own checks share one name. */
  private static String label(String kind, Language language) {
    try {
      return say(language, "kinds." + kind);
    } catch (Messages.UnknownMessage ofAnotherModule) {
      return say(language, "kinds.other");
    }
  }

  private static @Nullable BatchView batch(ImportJob job) {
    Optional<Instant> at = job.doneAt();
    if (at.isEmpty()) {
      return null;
    }
    return new BatchView(
        job.report().created(),
        job.report().changed(),
        job.report().passed(),
        at.get(),
        job.by(),
        job.takenBack()
            .map(undone -> new TakenBackView(undone.at(), undone.by(), undone.reason()))
            .orElse(null));
  }

  private static List<FileColumnView> fileColumns(ImportJob job, Language language) {
    List<FileColumnView> columns = new ArrayList<>();
    for (TableHead.Column column : job.choice().head().columns()) {
      Match match = job.choice().columns().get(column.number());
      columns.add(
          new FileColumnView(
              column.number(),
              CellAddress.letters(column.number()),
              column.heading(),
              column.samples(),
              match == null ? null : match.column(),
              match == null ? null : match.how(),
              job.choice().doubts().stream()
                  .filter(doubt -> doubt.at().column() == column.number())
                  .map(
                      doubt ->
                          Messages.say(doubt.problem(), language)
                              + Messages.say(doubt.remedy(), language))
                  .findFirst()
                  .orElse(null)));
    }
    return columns;
  }
}
