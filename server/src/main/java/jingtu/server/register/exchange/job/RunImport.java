package jingtu.server.register.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.register.exchange.intake.SourceRow;
import jingtu.server.register.exchange.job.ImportJob.Meeting;
import jingtu.server.register.exchange.job.JudgedRow.Fate;
import jingtu.server.register.exchange.job.RunningImports.Work;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.RecordBatch;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the sound rows of a checked file as one batch: all of them in one transaction, with the
 * fact that it was done, or nothing.
 */
@Service
public class RunImport {

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ReadImport reading;
  private final RecordBatch batch;
  private final RunningImports running;
  private final TransactionTemplate transaction;
  private final Audit audit;

  RunImport(
      ImportDesk desk,
      ImportJobs jobs,
      ReadImport reading,
      RecordBatch batch,
      RunningImports running,
      TransactionTemplate transaction,
      Audit audit) {
    this.desk = desk;
    this.jobs = jobs;
    this.reading = reading;
    this.batch = batch;
    this.running = running;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * What is wanted.
   *
   * @param meeting what becomes of rows whose record is there already
   * @param choices of single rows where each is asked for, by {@code sheet!number}; one that is not
   *     named is skipped
   * @param whole whether nothing is to be stored where any row is faulty
   */
  public record Wanted(Meeting meeting, Map<String, Meeting> choices, boolean whole) {
    public Wanted {
      choices = Map.copyOf(choices);
    }

    boolean updates(JudgedRow row) {
      String key = row.reading().sheet() + "!" + row.reading().number();
      Meeting said = meeting == Meeting.ASK ? choices.getOrDefault(key, Meeting.SKIP) : meeting;
      return said == Meeting.UPDATE;
    }
  }

  /**
   * Begins to store in the background.
   *
   * @throws Problem where the import is not the account's or not just checked, or all its rows are
   *     wanted and some are faulty
   */
  public ImportJob start(Scope scope, UUID id, Wanted wanted) {
    ImportJob job = begin(scope, id, wanted);
    running.start(
        id,
        work -> run(scope, job, wanted, work),
        () -> fail(scope, job, ImportStep.FAILED, CheckImport.defect(job)));
    return desk.get(scope, id);
  }

  /** Stores while the caller waits. */
  ImportJob now(Scope scope, UUID id, Wanted wanted) {
    ImportJob job = begin(scope, id, wanted);
    running.now(id, work -> run(scope, job, wanted, work));
    return desk.get(scope, id);
  }

  private ImportJob begin(Scope scope, UUID id, Wanted wanted) {
    ImportJob job = desk.getOwn(scope, id);
    if (wanted.whole() && job.report().faulty() > 0) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.faulty-rows", job.report().faulty());
    }
    if (!jobs.begin(scope, id, wanted.meeting())) {
      throw Problem.of(HttpStatus.CONFLICT, "register-exchange.gone-on", job.fileName());
    }
    return job;
  }

  private void run(Scope scope, ImportJob job, Wanted wanted, Work work) {
    try {
      transaction.executeWithoutResult(t -> store(scope, job, wanted, work));
    } catch (RunningImports.Stopped stopped) {
      jobs.step(scope, job.id(), Set.of(ImportStep.RUNNING), ImportStep.CANCELLED, job.report());
    } catch (BrokenOff broken) {
      fail(scope, job, ImportStep.FAILED, broken.finding);
    } catch (FaultyRecord | DataIntegrityViolationException meanwhile) {
      fail(
          scope,
          job,
          ImportStep.FAILED,
          new Finding(
              job.fileName(),
              Message.of("register-exchange.changed-meanwhile"),
              Message.of("register-exchange.changed-meanwhile-remedy")));
    }
  }

  private void fail(Scope scope, ImportJob job, ImportStep step, Finding finding) {
    jobs.step(scope, job.id(), Set.of(ImportStep.RUNNING), step, job.report().failed(finding));
  }

  private void store(Scope scope, ImportJob job, Wanted wanted, Work work) {
    Storing storing = new Storing(scope, job, wanted, work);
    Optional<Finding> end = reading.read(scope, job, work, storing);
    if (end.isPresent()) {
      throw new BrokenOff(end.get());
    }
    work.goOn();
    ImportReport report = job.report().done(storing.created, storing.changed, storing.passed);
    if (!jobs.finish(scope, job.id(), report)) {
      throw new RunningImports.Stopped();
    }
    audit.record(
        scope,
        "register.imported",
        job.id().toString(),
        "%s: %s, %d new, %d changed"
            .formatted(job.register(), job.fileName(), storing.created, storing.changed));
  }

  /** Ends a run whose file cannot be read to its end, and with it the transaction. */
  private static final class BrokenOff extends RuntimeException {
    private final transient Finding finding;

    BrokenOff(Finding finding) {
      super(finding.place(), null, false, false);
      this.finding = finding;
    }
  }

  /** Stores rows as they come. */
  private final class Storing implements ReadImport.Listener {
    private final Scope scope;
    private final ImportJob job;
    private final Wanted wanted;
    private final Work work;
    private int created;
    private int changed;
    private int passed;

    Storing(Scope scope, ImportJob job, Wanted wanted, Work work) {
      this.scope = scope;
      this.job = job;
      this.wanted = wanted;
      this.work = work;
    }

    @Override
    public void leftOut(SourceRow row, SourceRow.LeftOut reason) {}

    @Override
    public void judged(List<JudgedRow> rows) {
      List<RecordBatch.Item> items = new ArrayList<>();
      for (JudgedRow row : rows) {
        switch (row.fate()) {
          case Fate.Faulty faulty -> refuseWhole();
          case Fate.New(var draft) -> {
            items.add(new RecordBatch.Item.New(draft));
            created++;
          }
          case Fate.Same same -> passed++;
          case Fate.Met(var record, var edit, var differences) -> {
            if (wanted.updates(row)) {
              items.add(new RecordBatch.Item.Update(record, edit));
              changed++;
            } else {
              passed++;
            }
          }
        }
      }
      batch.write(scope, job.register(), job.id(), items, written -> work.goOn());
      work.rowsWritten(items.size());
    }

    /** A row has become faulty since the check, and all rows were wanted or none. */
    private void refuseWhole() {
      if (wanted.whole()) {
        throw new BrokenOff(
            new Finding(
                job.fileName(),
                Message.of("register-exchange.changed-meanwhile"),
                Message.of("register-exchange.changed-meanwhile-remedy")));
      }
    }
  }
}
