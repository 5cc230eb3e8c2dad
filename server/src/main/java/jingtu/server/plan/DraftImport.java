package jingtu.server.plan;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
 * Takes in a file that somebody hands in: checks it, reads it, and keeps it as a draft until a
 * coordinator adopts or discards it.
 */
@Service
public class DraftImport {

  private final Drafts drafts;
  private final Plans plans;
  private final Proposals proposals;
  private final Regions regions;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DraftImport(
      Drafts drafts,
      Plans plans,
      Proposals proposals,
      Regions regions,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.drafts = drafts;
    this.plans = plans;
    this.proposals = proposals;
    this.regions = regions;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What comes of it. Whatever is not {@link Drafted} has stored nothing. */
  public sealed interface Outcome {
    record Drafted(Draft draft) implements Outcome {}

    /** The region has this very file waiting already. */
    record AlreadyDrafted(Draft draft) implements Outcome {}

    /** The region has this very file already, as these plans. */
    record AlreadyImported(List<RegisteredPlan> plans) implements Outcome {
      public AlreadyImported {
        plans = List.copyOf(plans);
      }
    }

    /** The file cannot be read, is marked secret, or holds no plan. */
    record Refused(Finding finding) implements Outcome {}

    /** The plan that it should revise is not registered, or not seen. */
    record UnknownPlan() implements Outcome {}

    /** The plan that it should revise has a newer version already. */
    record AlreadyRevised(Optional<RegisteredPlan> newer) implements Outcome {}

    /** The region is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}
  }

  /** {@code name} is what the sender calls the file; {@code region} is whose plan it is. */
  public Outcome of(Scope scope, RegionCode region, String name, byte[] content) {
    return of(scope, region, Optional.empty(), name, content);
  }

  /** A file with a newer version of a registered plan, whose region it is for. */
  public Outcome revising(Scope scope, PlanId older, String name, byte[] content) {
    Optional<RegisteredPlan> revised = plans.findSummary(scope, older);
    if (revised.isEmpty()) {
      return new Outcome.UnknownPlan();
    }
    Optional<Life.Revision> newer = revised.get().life().revisedBy();
    return newer.isPresent()
        ? new Outcome.AlreadyRevised(plans.findSummary(scope, newer.get().other()))
        : of(scope, revised.get().region(), Optional.of(older), name, content);
  }

  private Outcome of(
      Scope scope, RegionCode region, Optional<PlanId> revises, String name, byte[] content) {
    if (!regions.governs(scope, region)) {
      return new Outcome.NotYourRegion(region);
    }
    return switch (UploadCheck.check(name, content, PlanFile.TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding finding) -> new Outcome.Refused(finding);
      case UploadCheck.Outcome.Accepted(Upload upload) ->
          present(scope, region, upload).orElseGet(() -> read(scope, region, revises, upload));
    };
  }

  private Optional<Outcome> present(Scope scope, RegionCode region, Upload upload) {
    List<RegisteredPlan> adopted = plans.listOfBytes(scope, region, upload.sha256());
    return adopted.isEmpty()
        ? drafts.findOfBytes(scope, region, upload.sha256()).map(Outcome.AlreadyDrafted::new)
        : Optional.of(new Outcome.AlreadyImported(adopted));
  }

  private Outcome read(Scope scope, RegionCode region, Optional<PlanId> revises, Upload upload) {
    return switch (PlanFile.read(upload)) {
      case PlanFile.Outcome.Refused(Finding finding) -> new Outcome.Refused(finding);
      case PlanFile.Outcome.Read(PlanReading reading) ->
          keep(scope, region, revises, upload, reading);
    };
  }

  private Outcome keep(
      Scope scope,
      RegionCode region,
      Optional<PlanId> revises,
      Upload upload,
      PlanReading reading) {
    List<String> titles =
        proposals.of(scope, region, upload.name(), reading).stream()
            .map(RegisterEntry::title)
            .toList();
    try {
      return new Outcome.Drafted(
          transaction.execute(status -> store(scope, region, revises, upload, titles)));
    } catch (DuplicateKeyException sameFileMeanwhile) {
      return present(scope, region, upload).orElseThrow(() -> sameFileMeanwhile);
    }
  }

  private Draft store(
      Scope scope,
      RegionCode region,
      Optional<PlanId> revises,
      Upload upload,
      List<String> titles) {
    Draft draft =
        drafts.store(
            scope, region, upload, revises, titles, clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(scope, "plan.drafted", draft.id().value().toString(), draft.tell());
    return draft;
  }
}
