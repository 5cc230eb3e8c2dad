package jingtu.server.duty.refill;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a form shows.
 *
 * @param sheets those that are not hidden, in their order
 */
public record FormGrid(List<FormSheet> sheets) {

  public FormGrid {
    sheets = List.copyOf(sheets);
  }

  public Optional<FormSheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }

  public Optional<FormCell> find(Place place) {
    return sheet(place.sheet()).flatMap(sheet -> sheet.find(place.row(), place.column()));
  }

  /**
   * What a cell is called: the word on its left and those over it, the nearest last. Empty where
   * nothing stands there.
   */
  public String label(Place place) {
    return sheet(place.sheet())
        .map(
            sheet ->
                Stream.concat(
                        sheet.leftOf(place).stream().limit(1),
                        sheet.above(place).stream().limit(2).toList().reversed().stream())
                    .map(text -> text.replaceAll("\\s+", " "))
                    .distinct()
                    .reduce("", (so, word) -> so.isEmpty() ? word : so + " / " + word))
        .orElse("");
  }
}
