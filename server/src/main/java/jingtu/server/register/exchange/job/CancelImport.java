package jingtu.server.register.exchange.job;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Stops an import wherever it is; what is stored already can only be taken back. */
@Service
public class CancelImport {

  private static final Set<ImportStep> IDLE =
      EnumSet.of(ImportStep.COLUMNS, ImportStep.CHECKED, ImportStep.FAILED, ImportStep.INTERRUPTED);

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final RunningImports running;

  CancelImport(ImportDesk desk, ImportJobs jobs, RunningImports running) {
    this.desk = desk;
    this.jobs = jobs;
    this.running = running;
  }

  /** How far a work is; nothing where none is going on here. */
  public record Progress(double share, int checked, int written) {}

  /** How far the work on an import is. */
  public Progress progress(Scope scope, ImportJob job) {
    return Optional.of(job)
        .filter(one -> one.step().isWorking())
        .flatMap(one -> running.progress(one.id()))
        .map(now -> new Progress(now.share(), now.checked(), now.written()))
        .orElse(new Progress(0, 0, 0));
  }

  /**
   * Stops an import: at its next row where it is at work, at once where it waits for somebody.
   *
   * @throws Problem where it is not the account's, or done
   */
  public ImportJob cancel(Scope scope, UUID id) {
    ImportJob job = desk.getOwn(scope, id);
    boolean stopped =
        running.cancel(id)
            || jobs.step(scope, id, IDLE, ImportStep.CANCELLED, job.report())
            || job.step() == ImportStep.CANCELLED;
    if (!stopped) {
      throw Problem.of(HttpStatus.CONFLICT, "register-exchange.gone-on", job.fileName());
    }
    return desk.get(scope, id);
  }
}
