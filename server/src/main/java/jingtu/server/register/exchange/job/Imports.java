package jingtu.server.register.exchange.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Component;

/** The door to imports: which there are, and what can be done with one. */
@Component
public class Imports {

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ReceiveImport receiving;
  private final CheckImport checking;
  private final RunImport running;
  private final CancelImport cancelling;
  private final TakeBackImport takingBack;
  private final ImportRows rows;

  Imports(
      ImportDesk desk,
      ImportJobs jobs,
      ReceiveImport receiving,
      CheckImport checking,
      RunImport running,
      CancelImport cancelling,
      TakeBackImport takingBack,
      ImportRows rows) {
    this.desk = desk;
    this.jobs = jobs;
    this.receiving = receiving;
    this.checking = checking;
    this.running = running;
    this.cancelling = cancelling;
    this.takingBack = takingBack;
    this.rows = rows;
  }

  /** The imports into a register that the account sees, the latest first. */
  public List<ImportJob> list(Scope scope, RegisterId register) {
    desk.getDefinition(scope, register);
    return jobs.list(scope, register);
  }

  /** An import that the account sees. */
  public ImportJob get(Scope scope, UUID id) {
    return desk.get(scope, id);
  }

  /**
   * Takes a whole sheet in while the caller waits: its columns as they are proposed, all rows or
   * none.
   *
   * @return the import, finished, or as far as it went where the sheet is faulty
   * @throws Problem where the region is another's, the file cannot be read, lacks a column that
   *     every record needs, or holds a faulty row
   */
  public ImportJob takeIn(
      Scope scope, RegisterId register, RegionCode region, String fileName, byte[] content) {
    UUID id = receiving.receive(scope, register, region, Optional.empty(), fileName, content).id();
    ImportJob checked = checking.now(scope, id);
    return checked.step() == ImportStep.CHECKED
        ? running.now(scope, id, new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), true))
        : checked;
  }

  /** Whether the account may see its rows and go on with it. */
  public boolean mayAct(Scope scope, ImportJob job) {
    return desk.mayAct(scope, job);
  }

  /** The columns of a register that the account may fill in. */
  public SheetColumns columns(Scope scope, RegisterId register, Language language) {
    return desk.columns(scope, register, language);
  }

  /** How far the work on an import is. */
  public CancelImport.Progress progress(Scope scope, ImportJob job) {
    return cancelling.progress(scope, job);
  }

  /** Stops an import wherever it is. */
  public ImportJob cancel(Scope scope, UUID id) {
    return cancelling.cancel(scope, id);
  }

  public ReceiveImport receiving() {
    return receiving;
  }

  public CheckImport checking() {
    return checking;
  }

  public RunImport running() {
    return running;
  }

  public TakeBackImport takingBack() {
    return takingBack;
  }

  public ImportRows rows() {
    return rows;
  }
}
