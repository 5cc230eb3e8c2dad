package jingtu.server.plan.correction.web;

import java.time.Instant;
import java.util.UUID;
import jingtu.server.plan.correction.Conflict;
import jingtu.server.plan.correction.CurrentEntry;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.entry.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody else has changed meanwhile.
 *
 * @param by who changed it last
 * @param current as it is now; absent where it was removed
 */
record ConflictView(EntryKind kind, UUID id, String by, Instant at, @Nullable CurrentView current) {

  static ConflictView of(Conflict conflict) {
    return new ConflictView(
        conflict.kind(),
        conflict.id(),
        conflict.by().by(),
        conflict.by().at(),
        conflict.now().map(CurrentView::of).orElse(null));
  }

  /**
   * An entry as it is now.
   *
   * @param version to be sent with whatever is to be made of it
   * @param position among its kind, from 0
   */
  record CurrentView(EntryKind kind, UUID id, int version, int position, EntryContent content) {

    private static CurrentView of(CurrentEntry entry) {
      return new CurrentView(
          entry.kind(),
          entry.id(),
          entry.version(),
          entry.position(),
          EntryContent.of(entry.reading()));
    }
  }
}
