package jingtu.server.plan.correction.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.Stamp;
import jingtu.server.plan.Words;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.correction.Replacement;
import jingtu.server.plan.correction.Replacement.Placed;
import jingtu.server.plan.entry.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a plan.
 *
 * @param number counts the changes of the plan, from 1
 * @param by the name of the account that made it
 * @param undoneBy absent where it holds
 * @param version what the entries that it touches have as their version since it was made, undone
 *     or redone
 */
record PlanChangeView(
    UUID id,
    int number,
    ChangeKind kind,
    String by,
    Instant at,
    @Nullable String reason,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    int version,
    List<ChangedEntryView> entries) {

  static PlanChangeView of(Change change, Words words) {
    return new PlanChangeView(
        change.id(),
        change.number(),
        change.kind(),
        change.made().by(),
        change.made().at(),
        change.reason().orElse(null),
        change.undone().map(Stamp::by).orElse(null),
        change.undone().map(Stamp::at).orElse(null),
        change.version(),
        change.replacements().stream().map(entry -> ChangedEntryView.of(entry, words)).toList());
  }

  /**
   * What a change makes of one entry.
   *
   * @param before absent where the change adds it
   * @param after absent where the change removes it
   * @param positionBefore where it stood among its kind, from 0; told where the change removes or
   *     moves it
   * @param printed the words of its body as they are printed; where the change takes other words
   *     for its body, those of before
   */
  record ChangedEntryView(
      EntryKind kind,
      UUID id,
      @Nullable EntryContent before,
      @Nullable EntryContent after,
      @Nullable Integer positionBefore,
      @Nullable Integer positionAfter,
      String printed) {

    private static ChangedEntryView of(Replacement entry, Words words) {
      return new ChangedEntryView(
          entry.kind(),
          entry.id(),
          entry.before().map(Placed::reading).map(EntryContent::of).orElse(null),
          entry.after().map(Placed::reading).map(EntryContent::of).orElse(null),
          entry.before().flatMap(Placed::position).orElse(null),
          entry.after().flatMap(Placed::position).orElse(null),
          entry
              .before()
              .or(entry::after)
              .map(placed -> words.of(placed.reading().span()))
              .orElse(""));
    }
  }
}
