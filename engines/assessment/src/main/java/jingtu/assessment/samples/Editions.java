package jingtu.assessment.samples;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.standards.Edition;

/**
 * The edition that each sample is held against.
 *
 * @param editions those to choose from; never empty
 * @param byDate whether the edition in force on the day of sampling is taken; else there is one
 *     edition, chosen by whoever asked, whatever the day
 */
public record Editions(List<Edition> editions, boolean byDate) {

  public Editions {
    editions = List.copyOf(editions);
    if (editions.isEmpty() || (editions.size() > 1 && !byDate)) {
      throw new IllegalArgumentException("one edition, or several and the day: " + editions.size());
    }
  }

  public static Editions chosen(Edition edition) {
    return new Editions(List.of(edition), false);
  }

  /** The edition for samples taken on a day; empty where none was in force. */
  public Optional<Edition> on(LocalDate day) {
    return byDate
        ? editions.stream().filter(edition -> edition.inForceOn(day)).findFirst()
        : Optional.of(editions.getFirst());
  }

  /** The newest: what a file is expected to hold follows from it. */
  Edition newest() {
    return editions.stream().max(Comparator.comparing(Edition::from)).orElseThrow();
  }
}
