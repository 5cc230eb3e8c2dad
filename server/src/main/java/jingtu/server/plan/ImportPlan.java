package jingtu.server.plan;

import java.util.List;
import jingtu.planreader.PlanReading;
import jingtu.server.audit.Audit;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a plan document that needs no review straight into the register, as what comes with the
 * product does: checks it, reads it, and keeps the file, every plan in it as it was read and the
 * audit entry in one transaction, or nothing at all.
 */
@Service
public class ImportPlan {

  private final Plans plans;
  private final Proposals proposals;
  private final RegisterFile registerFile;
  private final Regions regions;
  private final Audit audit;
  private final TransactionTemplate transaction;

  ImportPlan(
      Plans plans,
      Proposals proposals,
      RegisterFile registerFile,
      Regions regions,
      Audit audit,
      TransactionTemplate transaction) {
    this.plans = plans;
    this.proposals = proposals;
    this.registerFile = registerFile;
    this.regions = regions;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** {@code name} is what the sender calls the file; {@code region} is whose plan it is. */
  public ImportOutcome from(Scope scope, RegionCode region, String name, byte[] content) {
    if (!regions.governs(scope, region)) {
      return new ImportOutcome.NotYourRegion(region);
    }
    return switch (UploadCheck.check(name, content, PlanFile.TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding finding) -> refused(finding);
      case UploadCheck.Outcome.Accepted(Upload upload) -> read(scope, region, upload);
    };
  }

  /** A file that is there already is not read again: a demo's every start would do so. */
  private ImportOutcome read(Scope scope, RegionCode region, Upload upload) {
    List<RegisteredPlan> present = plans.listOfBytes(scope, region, upload.sha256());
    if (!present.isEmpty()) {
      return new ImportOutcome.AlreadyImported(present);
    }
    return switch (PlanFile.read(upload)) {
      case PlanFile.Outcome.Refused(Finding finding) -> refused(finding);
      case PlanFile.Outcome.Read(PlanReading reading) -> keep(scope, region, upload, reading);
    };
  }

  private ImportOutcome keep(Scope scope, RegionCode region, Upload upload, PlanReading reading) {
    try {
      return new ImportOutcome.Imported(
          transaction.execute(status -> store(scope, region, upload, reading)));
    } catch (DuplicateKeyException sameFileMeanwhile) {
      return new ImportOutcome.AlreadyImported(plans.listOfBytes(scope, region, upload.sha256()));
    }
  }

  private List<RegisteredPlan> store(
      Scope scope, RegionCode region, Upload upload, PlanReading reading) {
    List<RegisterEntry> entries = proposals.of(scope, region, upload.name(), reading);
    List<RegisteredPlan> stored = registerFile.store(scope, region, upload, reading, entries);
    String document = stored.getFirst().documentId().value().toString();
    audit.record(scope, "plan.imported", document, RegisteredPlan.tell(stored));
    return stored;
  }

  private static ImportOutcome refused(Finding finding) {
    return new ImportOutcome.Refused(List.of(finding));
  }
}
