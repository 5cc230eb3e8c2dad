package jingtu.planreader.structure;

import java.time.LocalDate;
import java.util.Optional;
import jingtu.planreader.Head;
import jingtu.planreader.grammar.Titles;

/**
 * The year for which a plan is made. It completes dates without one: 12月15日前 in a plan for 2022.
 *
 * <p>The title names it; else it is the year of issue, if the plan looks no further.
 */
public final class PlanYear {

  private PlanYear() {}

  /** The year of a plan; empty where it is made for several, or nobody knows for which. */
  public static Optional<Integer> of(Head head, Part part) {
    Optional<Integer> issued =
        head.date()
            .map(LocalDate::getYear)
            .or(() -> head.number().flatMap(Titles::yearOfNumber))
            .filter(year -> part.paragraphs().stream().noneMatch(p -> looksBeyond(p, year)));
    return Titles.yearOf(head.title()).or(() -> issued);
  }

  private static boolean looksBeyond(Paragraph paragraph, int year) {
    return Titles.looksBeyond(paragraph.words(), year);
  }
}
