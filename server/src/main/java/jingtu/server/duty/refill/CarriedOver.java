package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping as it is in a later edition of the form. A cell is the same where it stands among the
 * same words: the one on its left and those over it.
 *
 * @param cells with the places that they have now
 * @param moved those of them that stood elsewhere, in words: from where to where
 * @param lost those that were not found again, as they were
 */
public record CarriedOver(List<MappedCell> cells, List<Move> moved, List<MappedCell> lost) {

  public CarriedOver {
    cells = List.copyOf(cells);
    moved = List.copyOf(moved);
    lost = List.copyOf(lost);
  }

  /** A cell that stands elsewhere now. */
  public record Move(Place from, Place to) {}

  static CarriedOver of(List<MappedCell> mapped, FormGrid before, FormGrid now) {
    List<MappedCell> cells = new ArrayList<>();
    List<Move> moved = new ArrayList<>();
    List<MappedCell> lost = new ArrayList<>();
    for (MappedCell cell : mapped) {
      Optional<MappedCell> found =
          place(cell.place(), before, now)
              .map(place -> at(cell, place, before, now))
              .filter(there -> cells.stream().noneMatch(other -> overlap(there, other)));
      found.ifPresentOrElse(cells::add, () -> lost.add(cell));
      found
          .filter(there -> !there.place().equals(cell.place()))
          .ifPresent(there -> moved.add(new Move(cell.place(), there.place())));
    }
    return new CarriedOver(cells, moved, lost);
  }

  /** Two cells cannot go to one place: the later is lost, and told. */
  private static boolean overlap(MappedCell one, MappedCell other) {
    return one.covers(other.place()) || other.covers(one.place());
  }

  private static Optional<Place> place(Place place, FormGrid before, FormGrid now) {
    List<String> words = words(before, place);
    if (isSame(now, place, words)) {
      return Optional.of(place);
    }
    List<Place> others =
        now.sheet(place.sheet()).stream()
            .flatMap(sheet -> sheet.cells().stream())
            .map(FormCell::place)
            .filter(other -> isSame(now, other, words))
            .toList();
    boolean bare = words.stream().allMatch(String::isEmpty);
    return others.size() == 1 && !bare ? Optional.of(others.getFirst()) : Optional.empty();
  }

  private static boolean isSame(FormGrid grid, Place place, List<String> words) {
    return grid.find(place).filter(FormCell::takes).isPresent() && words(grid, place).equals(words);
  }

  private static List<String> words(FormGrid grid, Place place) {
    return grid.sheet(place.sheet()).stream()
        .flatMap(
            sheet ->
                Stream.concat(
                    Stream.of(sheet.leftOf(place).stream().findFirst().orElse("")),
                    sheet.above(place).stream()))
        .map(FreeRows::plain)
        .toList();
  }

  private static MappedCell at(MappedCell cell, Place place, FormGrid before, FormGrid now) {
    if (!(cell.source() instanceof Source.Column column)) {
      return new MappedCell(cell.id(), place, cell.source());
    }
    FormSheet sheet = now.sheet(place.sheet()).orElseThrow();
    int free = FreeRows.last(sheet, place);
    boolean wholly =
        before
            .sheet(cell.place().sheet())
            .map(old -> FreeRows.last(old, cell.place()) == column.lastRow())
            .orElse(false);
    int shifted = column.lastRow() - cell.place().row() + place.row();
    int last = wholly ? free : Math.min(shifted, Math.max(free, place.row()));
    return new MappedCell(
        cell.id(), place, new Source.Column(column.over(), column.among(), column.told(), last));
  }
}
