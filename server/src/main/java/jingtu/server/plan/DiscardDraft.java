package jingtu.server.plan;

import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes a draft whole; the audit keeps that it was there. */
@Service
public class DiscardDraft {

  private final Drafts drafts;
  private final Audit audit;

  DiscardDraft(Drafts drafts, Audit audit) {
    this.drafts = drafts;
    this.audit = audit;
  }

  /** False where there is no such draft, or none that the scope sees. */
  @Transactional
  public boolean of(Scope scope, DraftId id) {
    Optional<Draft> draft = drafts.find(scope, id);
    if (draft.isEmpty() || !drafts.remove(scope, id)) {
      return false;
    }
    audit.record(scope, "plan.discarded", id.value().toString(), draft.get().tell());
    return true;
  }
}
