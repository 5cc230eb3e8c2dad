package jingtu.server.duty.closeout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The items that came onto a list with one table.
 *
 * @param fileName of the table
 * @param count how many items it brought
 * @param there those of them that are on the list, in the order of their numbers
 */
public record CloseOutImport(
    CloseOutImportId id,
    CloseOutListId list,
    String fileName,
    int count,
    String by,
    Instant at,
    List<CloseOutItem> there,
    Optional<TakenBack> takenBack) {

  /** That it was taken back: so many items were taken off the list. */
  public record TakenBack(int removed, String by, Instant at, String reason) {}

  public CloseOutImport {
    there = List.copyOf(there);
  }

  /** The items that taking it back takes off: nobody has done anything with them. */
  public List<CloseOutItem> untouched() {
    return there.stream().filter(CloseOutItem::isUntouched).toList();
  }

  /** The items that stay, because somebody has changed, passed on or submitted them. */
  public List<CloseOutItem> workedOn() {
    return there.stream().filter(item -> !item.isUntouched()).toList();
  }

  CloseOutImport holding(List<CloseOutItem> items) {
    return new CloseOutImport(id, list, fileName, count, by, at, items, takenBack);
  }

  CloseOutImport takenBack(TakenBack how) {
    return new CloseOutImport(id, list, fileName, count, by, at, workedOn(), Optional.of(how));
  }
}
