package jingtu.server.register.exchange.job;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.exchange.ExchangeNames;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.cell.ReadCell;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.ReadRow;
import jingtu.server.register.exchange.intake.RowReading;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.register.exchange.intake.SourceRow;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.server.register.exchange.job.RunningImports.Work;
import jingtu.server.register.record.RecordBatch;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;

/** Reads the whole file of an import, its rows judged some at a time. */
@Component
class ReadImport {

  /** Rows that are judged together. */
  private static final int TOGETHER = 500;

  /** Rows of a file; a province's longest list has fewer. */
  static final int MOST_ROWS = 200_000;

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ExchangeNames names;
  private final Records records;
  private final RecordBatch batch;

  ReadImport(
      ImportDesk desk, ImportJobs jobs, ExchangeNames names, Records records, RecordBatch batch) {
    this.desk = desk;
    this.jobs = jobs;
    this.names = names;
    this.records = records;
    this.batch = batch;
  }

  /** What hears of the rows. */
  interface Listener {
    /** Rows that follow each other in the file. */
    void judged(List<JudgedRow> rows);

    void leftOut(SourceRow row, SourceRow.LeftOut reason);
  }

  /**
   * Reads all rows.
   *
   * @return what ended the reading before the file did
   */
  Optional<Finding> read(Scope scope, ImportJob job, Work work, Listener listener) {
    try (ImportFile file = ImportFile.of(jobs.content(scope, job))) {
      return switch (file.open()) {
        case Source.Refused(Finding finding) -> Optional.of(finding);
        case Source.Opened(Source source) -> read(scope, job, source, work, listener);
      };
    }
  }

  private Optional<Finding> read(
      Scope scope, ImportJob job, Source source, Work work, Listener listener) {
    Definition definition = desk.getDefinition(scope, job.register());
    SheetColumns columns = SheetColumns.of(definition, scope.role(), Language.ZH);
    Map<Integer, SheetColumn> matched = matched(job, columns);
    CellNames called = names.of(scope);
    ReadRow rows =
        new ReadRow(
            new ReadCell(called), definition.geometry(), matched, job.region(), job.organisation());
    JudgeRows judge =
        new JudgeRows(
            scope,
            definition,
            columns,
            matched.values().stream().map(SheetColumn::id).collect(Collectors.toSet()),
            job.choice().emptyCells(),
            records,
            batch,
            new WriteCell(called, Language.ZH));
    Pile pile = new Pile(rows, matched.keySet(), judge, work, listener);
    MatchColumns match = new MatchColumns(columns);
    List<String> sheets = job.choice().sheets();
    for (int i = 0; i < sheets.size(); i++) {
      int before = i;
      Source watched = source.watchedBy(share -> work.read((before + share) / sheets.size()));
      TableHead head = watched.head(sheets.get(i), match::isName, job.choice().saidHeader());
      Optional<Finding> end = watched.rows(head, pile::take);
      if (end.isPresent() || pile.isTooHigh()) {
        return end.or(() -> Optional.of(tooLong(job)));
      }
    }
    pile.judge();
    return Optional.empty();
  }

  private static Finding tooLong(ImportJob job) {
    return new Finding(
        job.fileName(),
        Message.of("register-exchange.too-long", MOST_ROWS),
        Message.of("register-exchange.too-long-remedy"));
  }

  private static Map<Integer, SheetColumn> matched(ImportJob job, SheetColumns columns) {
    return job.choice().columns().entrySet().stream()
        .filter(match -> columns.find(match.getValue().column()).isPresent())
        .collect(
            toMap(
                Map.Entry::getKey,
                match -> columns.find(match.getValue().column()).orElseThrow(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** Rows that wait to be judged together. */
  private static final class Pile {
    private final ReadRow reading;
    private final Set<Integer> columns;
    private final JudgeRows judge;
    private final Work work;
    private final Listener listener;
    private final List<RowReading> waiting = new ArrayList<>();
    private int rows;

    Pile(ReadRow reading, Set<Integer> columns, JudgeRows judge, Work work, Listener listener) {
      this.columns = columns;
      this.reading = reading;
      this.judge = judge;
      this.work = work;
      this.listener = listener;
    }

    boolean take(SourceRow source) {
      work.goOn();
      SourceRow row = source.taking(columns);
      if (row.leftOut().isPresent()) {
        listener.leftOut(row, row.leftOut().get());
        return true;
      }
      rows++;
      waiting.add(reading.read(row));
      if (waiting.size() == TOGETHER) {
        judge();
      }
      return !isTooHigh();
    }

    boolean isTooHigh() {
      return rows > MOST_ROWS;
    }

    void judge() {
      List<RowReading> together = List.copyOf(waiting);
      waiting.clear();
      listener.judged(judge.judge(together));
      together.forEach(row -> work.rowChecked());
    }
  }
}
