package jingtu.server.register.exchange.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.RowFinding;
import jingtu.server.register.exchange.intake.SourceRow;
import jingtu.server.register.exchange.intake.SourceRow.LeftOut;
import jingtu.server.register.exchange.job.JudgedRow.Fate;
import jingtu.server.register.exchange.job.RunningImports.Work;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole file of an import and tells what would become of each row; stores no record. */
@Service
public class CheckImport {

  private static final Set<ImportStep> OPEN =
      EnumSet.of(
          ImportStep.COLUMNS,
          ImportStep.CHECKED,
          ImportStep.CANCELLED,
          ImportStep.FAILED,
          ImportStep.INTERRUPTED);

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ReadImport reading;
  private final RunningImports running;
  private final TransactionTemplate transaction;

  CheckImport(
      ImportDesk desk,
      ImportJobs jobs,
      ReadImport reading,
      RunningImports running,
      TransactionTemplate transaction) {
    this.desk = desk;
    this.jobs = jobs;
    this.reading = reading;
    this.running = running;
    this.transaction = transaction;
  }

  /**
   * Begins to check in the background.
   *
   * @throws Problem where the import is not the account's, has gone on, or lacks a column that
   *     every record needs
   */
  public ImportJob start(Scope scope, UUID id) {
    ImportJob job = begin(scope, id);
    running.start(
        id,
        work -> check(scope, job, work),
        () -> end(scope, id, ImportStep.FAILED, ImportReport.refused(defect(job))));
    return desk.get(scope, id);
  }

  /** Checks while the caller waits. */
  ImportJob now(Scope scope, UUID id) {
    ImportJob job = begin(scope, id);
    running.now(id, work -> check(scope, job, work));
    return desk.get(scope, id);
  }

  private ImportJob begin(Scope scope, UUID id) {
    ImportJob job = desk.getOwn(scope, id);
    List<SheetColumn> lacking = lacking(scope, job);
    if (!lacking.isEmpty()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "register-exchange.columns-lacking",
          String.join(", ", lacking.stream().map(SheetColumn::heading).toList()));
    }
    if (!jobs.step(scope, id, OPEN, ImportStep.CHECKING, ImportReport.NOTHING)) {
      throw Problem.of(HttpStatus.CONFLICT, "register-exchange.gone-on", job.fileName());
    }
    return job;
  }

  private List<SheetColumn> lacking(Scope scope, ImportJob job) {
    return new MatchColumns(desk.columns(scope, job.register(), Language.ZH))
        .lacking(job.choice().columns());
  }

  /** What is told where a work ends in a defect of the program. */
  static Finding defect(ImportJob job) {
    return new Finding(
        job.fileName(),
        Message.of("register-exchange.defect"),
        Message.of("register-exchange.defect-remedy"));
  }

  private void check(Scope scope, ImportJob job, Work work) {
    Found found = new Found();
    try {
      Optional<Finding> refusal = reading.read(scope, job, work, found);
      if (refusal.isPresent()) {
        end(scope, job.id(), ImportStep.FAILED, ImportReport.refused(refusal.get()));
        return;
      }
      transaction.executeWithoutResult(
          t -> {
            jobs.keepFindings(scope, job.id(), found.findings, found.twins);
            end(scope, job.id(), ImportStep.CHECKED, found.report());
          });
    } catch (RunningImports.Stopped stopped) {
      end(scope, job.id(), ImportStep.CANCELLED, ImportReport.NOTHING);
    }
  }

  private void end(Scope scope, UUID id, ImportStep step, ImportReport report) {
    jobs.step(scope, id, Set.of(ImportStep.CHECKING), step, report);
  }

  /** What is found while the file is read. */
  private static final class Found implements ReadImport.Listener {
    private final List<CheckFinding> findings = new ArrayList<>();
    private final List<Twin> twins = new ArrayList<>();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final Map<String, ImportReport.Kind> kinds = new TreeMap<>();
    private int fresh;
    private int faulty;
    private int same;

    @Override
    public void leftOut(SourceRow row, LeftOut reason) {
      leftOut.merge(reason, 1, Integer::sum);
    }

    @Override
    public void judged(List<JudgedRow> rows) {
      for (JudgedRow row : rows) {
        row.findings().forEach(this::note);
        switch (row.fate()) {
          case Fate.Faulty none -> faulty++;
          case Fate.New made -> fresh++;
          case Fate.Same none -> same++;
          case Fate.Met(var record, var edit, var differences) ->
              twins.add(
                  new Twin(
                      row.reading().sheet(), row.reading().number(), record.value(), differences));
        }
      }
    }

    private void note(RowFinding finding) {
      String kind = finding.fault().kind();
      findings.add(
          new CheckFinding(
              finding.at(),
              finding.isFault(),
              kind,
              finding.fault().problem(),
              finding.fault().remedy()));
      kinds.merge(kind, new ImportReport.Kind(1, !finding.isFault()), ImportReport.Kind::and);
    }

    ImportReport report() {
      return new ImportReport(
          fresh, faulty, twins.size(), same, leftOut, kinds, 0, 0, 0, Optional.empty());
    }
  }
}
