package jingtu.server.plan.correction;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;

/**
 * What a change makes of one entry. Without {@code before} it is new; without {@code after} it is
 * removed.
 */
public record Replacement(
    EntryKind kind, UUID id, Optional<Placed> before, Optional<Placed> after) {

  /**
   * An entry in its place.
   *
   * @param position among its kind, from 0; told where the change removes it, adds it or moves it
   */
  public record Placed(Optional<Integer> position, EntryReading reading) {}

  /** What takes it back. */
  Replacement inverse() {
    return new Replacement(kind, id, after, before);
  }

  boolean changesNothing() {
    return before.equals(after);
  }

  Optional<EntryReading> readingBefore() {
    return before.map(Placed::reading);
  }

  Optional<EntryReading> readingAfter() {
    return after.map(Placed::reading);
  }

  Optional<Integer> positionAfter() {
    return after.flatMap(Placed::position);
  }

  /** The same, told where the entry was and where it goes if that is another place. */
  Replacement placed(Optional<Integer> from, Optional<Integer> to) {
    boolean stays = before.isPresent() && after.isPresent() && positionAfter().isEmpty();
    return stays ? this : new Replacement(kind, id, at(before, from), at(after, to));
  }

  private static Optional<Placed> at(Optional<Placed> side, Optional<Integer> position) {
    return side.map(placed -> new Placed(position, placed.reading()));
  }
}
