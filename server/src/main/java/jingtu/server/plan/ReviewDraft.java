package jingtu.server.plan;

import java.util.Optional;
import jingtu.planreader.PlanReading;
import jingtu.server.document.Upload;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.stereotype.Service;

/** Reads the file of a draft once more, to be looked through before it is adopted. */
@Service
public class ReviewDraft {

  private final Drafts drafts;
  private final Proposals proposals;

  ReviewDraft(Drafts drafts, Proposals proposals) {
    this.drafts = drafts;
    this.proposals = proposals;
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record Read(DraftReading reading) implements Outcome {}

    /** A renewed program no longer takes a plan from the file. */
    record Refused(Finding finding) implements Outcome {}

    /** No such draft, or none that the scope sees. */
    record Unknown() implements Outcome {}
  }

  public Outcome of(Scope scope, DraftId id) {
    Optional<Draft> draft = drafts.find(scope, id);
    Optional<Upload> file = drafts.findFile(scope, id);
    if (draft.isEmpty() || file.isEmpty()) {
      return new Outcome.Unknown();
    }
    return switch (PlanFile.read(file.get())) {
      case PlanFile.Outcome.Refused(Finding finding) -> new Outcome.Refused(finding);
      case PlanFile.Outcome.Read(PlanReading reading) ->
          new Outcome.Read(reading(scope, draft.get(), reading));
    };
  }

  private DraftReading reading(Scope scope, Draft draft, PlanReading reading) {
    return new DraftReading(
        draft,
        reading,
        proposals.of(scope, draft, reading),
        drafts.listAccepted(scope, draft.id()));
  }
}
