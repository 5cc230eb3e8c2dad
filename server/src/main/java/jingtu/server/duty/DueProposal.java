package jingtu.server.duty;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jingtu.vocabulary.DueDay;
import jingtu.vocabulary.WorkingDays;

/**
 * The day by which a duty is to be done after an event, as its words give it.
 *
 * @param due absent where the words state no length or several, or where working days are to be
 *     counted in a year whose calendar is not loaded
 * @param moved whether it stands after days off on which the length itself ends
 * @param unknownYears whose calendar is wanted and not loaded; a day in them is not moved
 */
public record DueProposal(
    EventWords words, Optional<LocalDate> due, boolean moved, SortedSet<Integer> unknownYears) {

  public DueProposal {
    unknownYears = Collections.unmodifiableSortedSet(new TreeSet<>(unknownYears));
  }

  /** Reckons from the day of the event, as {@link jingtu.vocabulary.Due} does. */
  static DueProposal of(EventWords words, LocalDate event, WorkingDays calendar) {
    if (words.lengths().size() != 1) {
      return new DueProposal(words, Optional.empty(), false, new TreeSet<>());
    }
    EventLength length = words.lengths().getFirst();
    DueDay day = length.due().next(LocalDate.MIN, Optional.of(event), calendar).orElseThrow();
    if (day.unknownYears().isEmpty()) {
      return new DueProposal(words, Optional.of(day.date()), day.moved(), new TreeSet<>());
    }
    boolean counted = length.unit() == EventLength.Unit.WORKING_DAY;
    return new DueProposal(
        words, counted ? Optional.empty() : Optional.of(day.nominal()), false, day.unknownYears());
  }
}
