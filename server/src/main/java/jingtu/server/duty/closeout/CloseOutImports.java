package jingtu.server.duty.closeout;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tables that brought items onto close-out lists, and how one of them is taken back. */
@Service
public class CloseOutImports {

  private final CloseOutLists lists;
  private final CloseOutRows rows;
  private final Audit audit;
  private final Clock clock;

  CloseOutImports(CloseOutLists lists, CloseOutRows rows, Audit audit, Clock clock) {
    this.lists = lists;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the wish to take an import back. */
  public sealed interface Outcome {

    /** Was taken back; the items that it still has stay on the list. */
    record Done(CloseOutImport brought) implements Outcome {}

    /** There is no such import, or the scope does not see its list. */
    record Unknown() implements Outcome {}

    /** The scope sees the list, and does not keep it. */
    record NotYours() implements Outcome {}

    /** Somebody has taken it back already. */
    record TakenBackBefore(CloseOutImport.TakenBack how) implements Outcome {}

    /** The reason is missing, or too long. */
    record Faulty(List<Finding> findings) implements Outcome {}
  }

  /** The imports of a list that the scope keeps, the latest first; none of any other list. */
  @Transactional(readOnly = true)
  public List<CloseOutImport> list(Scope scope, CloseOutListId id) {
    Optional<CloseOutList> list = lists.find(scope, id).filter(each -> lists.keeps(scope, each));
    if (list.isEmpty()) {
      return List.of();
    }
    Map<CloseOutImportId, List<CloseOutItem>> there = rows.imported(id);
    return rows.imports(id).stream()
        .map(each -> each.holding(there.getOrDefault(each.id(), List.of())))
        .toList();
  }

  /** Takes the items of an import off their list, except those that were worked on since. */
  @Transactional
  public Outcome takeBack(Scope scope, CloseOutImportId id, String reason) {
    Optional<CloseOutListId> of = rows.listOf(id);
    of.ifPresent(rows::hold);
    Optional<CloseOutList> list = of.flatMap(found -> lists.find(scope, found));
    if (list.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!lists.keeps(scope, list.get())) {
      return new Outcome.NotYours();
    }
    CloseOutImport brought =
        list(scope, list.get().id()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    if (brought.takenBack().isPresent()) {
      return new Outcome.TakenBackBefore(brought.takenBack().get());
    }
    return HoldItem.reasoned(reason).orElse(null) instanceof ItemOutcome.Faulty(var findings)
        ? new Outcome.Faulty(findings)
        : new Outcome.Done(takenOff(scope, brought, reason.strip()));
  }

  private CloseOutImport takenOff(Scope scope, CloseOutImport brought, String why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<CloseOutItem> untouched = brought.untouched();
    rows.note(
        brought.list(),
        untouched.stream()
            .map(item -> KeepItems.removal(item.by(scope.username(), now), why))
            .toList());
    rows.delete(untouched.stream().map(CloseOutItem::id).toList());
    CloseOutImport.TakenBack how =
        new CloseOutImport.TakenBack(untouched.size(), scope.username(), now, why);
    rows.takeBack(brought.id(), how);
    audit.record(
        scope,
        "close-out.import-taken-back",
        brought.list().value().toString(),
        "%s: %d of %d; %s".formatted(brought.fileName(), untouched.size(), brought.count(), why));
    return brought.takenBack(how);
  }
}
