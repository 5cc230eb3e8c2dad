package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import jingtu.planreader.PlanReading;
import jingtu.server.audit.Audit;
import jingtu.server.document.Upload;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.plan.revision.LinkVersions;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a draft part of the register: the file, every plan in it with its entry and the fact in the
 * audit come in, and the draft goes, all in one transaction.
 */
@Service
public class AdoptDraft {

  private final Drafts drafts;
  private final Plans plans;
  private final RegisterFile registerFile;
  private final LinkVersions linkVersions;
  private final Audit audit;
  private final TransactionTemplate transaction;

  AdoptDraft(
      Drafts drafts,
      Plans plans,
      RegisterFile registerFile,
      LinkVersions linkVersions,
      Audit audit,
      TransactionTemplate transaction) {
    this.drafts = drafts;
    this.plans = plans;
    this.registerFile = registerFile;
    this.linkVersions = linkVersions;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** What comes of it. Whatever is not {@link Adopted} has changed nothing. */
  public sealed interface Outcome {
    record Adopted(List<RegisteredPlan> plans) implements Outcome {
      public Adopted {
        plans = List.copyOf(plans);
      }
    }

    /** No such draft, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The file reads differently from what was reviewed. */
    record ReadAnew() implements Outcome {}

    /** A renewed program no longer takes a plan from the file. */
    record Refused(Finding finding) implements Outcome {}

    /** A parent is not registered. */
    record NoParent(PlanId parent) implements Outcome {}

    /** The plan that it should revise is gone, was revised meanwhile, or is not older. */
    record NoRevision(LifeOutcome.Refusal refusal) implements Outcome {}

    /** The region has this very file in its register. */
    record AlreadyImported(List<RegisteredPlan> plans) implements Outcome {
      public AlreadyImported {
        plans = List.copyOf(plans);
      }
    }
  }

  /** The same for a draft that revises no plan. */
  public Outcome of(Scope scope, DraftId id, String fingerprint, List<RegisterEntry> entries) {
    return of(scope, id, fingerprint, entries, Optional.empty());
  }

  /**
   * {@code fingerprint} names what was reviewed; {@code entries[i]} is what the register is to say
   * of the i-th plan of the file; {@code revises} the plan that it was reviewed against.
   */
  public Outcome of(
      Scope scope,
      DraftId id,
      String fingerprint,
      List<RegisterEntry> entries,
      Optional<PlanId> revises) {
    Optional<Draft> draft = drafts.find(scope, id);
    Optional<Upload> file = drafts.findFile(scope, id);
    if (draft.isEmpty() || file.isEmpty()) {
      return new Outcome.Unknown();
    }
    return switch (PlanFile.read(file.get())) {
      case PlanFile.Outcome.Refused(Finding finding) -> new Outcome.Refused(finding);
      case PlanFile.Outcome.Read(PlanReading reading)
          when !DraftReading.fingerprint(reading).equals(fingerprint)
              || !draft.get().revises().equals(revises)
              || entries.size() != reading.plans().size() ->
          new Outcome.ReadAnew();
      case PlanFile.Outcome.Read(PlanReading reading) ->
          missingParent(scope, entries)
              .<Outcome>map(Outcome.NoParent::new)
              .orElseGet(() -> adopt(scope, draft.get(), file.get(), reading, entries));
    };
  }

  private Optional<PlanId> missingParent(Scope scope, List<RegisterEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.parent().stream())
        .filter(parent -> plans.findSummary(scope, parent).isEmpty())
        .findFirst();
  }

  private Outcome adopt(
      Scope scope, Draft draft, Upload file, PlanReading reading, List<RegisterEntry> entries) {
    try {
      return transaction.execute(
          status -> {
            Outcome outcome = move(scope, draft, file, reading, entries);
            if (outcome instanceof Outcome.NoRevision) {
              status.setRollbackOnly();
            }
            return outcome;
          });
    } catch (DuplicateKeyException sameMeanwhile) {
      List<RegisteredPlan> same = plans.listOfBytes(scope, draft.region(), file.sha256());
      return same.isEmpty()
          ? new Outcome.NoRevision(LifeOutcome.Refusal.ALREADY_REVISED)
          : new Outcome.AlreadyImported(same);
    }
  }

  /** Of several who adopt or discard at once, one removes the draft; the others find it gone. */
  private Outcome move(
      Scope scope, Draft draft, Upload file, PlanReading reading, List<RegisterEntry> entries) {
    if (!drafts.remove(scope, draft.id())) {
      return new Outcome.Unknown();
    }
    List<RegisteredPlan> adopted =
        registerFile.store(scope, draft.region(), file, reading, entries);
    Optional<LifeOutcome.Refusal> refusal =
        draft.revises().flatMap(older -> linkVersions.adopted(scope, older, adopted));
    if (refusal.isPresent()) {
      return new Outcome.NoRevision(refusal.get());
    }
    audit.record(
        scope,
        "plan.adopted",
        draft.id().value().toString(),
        adopted.getFirst().documentId().value() + " " + RegisteredPlan.tell(adopted));
    return new Outcome.Adopted(plans.listOfFile(scope, adopted.getFirst().documentId()));
  }
}
