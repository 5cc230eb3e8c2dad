package jingtu.server.plan.demand;

import java.time.LocalDate;
import java.util.List;
import jingtu.server.plan.RegisteredPlan;

/**
 * What a plan asks of everybody.
 *
 * @param from the plan's day: of its issue, else of its first validity, else of its import
 * @param until how far its recurrences are looked at
 * @param demands in document order; within a sentence by role, then as named
 * @param rhythms recurrences that stand outside the tasks, such as “monthly round-ups”: they are
 *     proposed as the plan's own rhythm of reporting, the shortest first
 */
public record PlanDemands(
    RegisteredPlan plan,
    LocalDate from,
    LocalDate until,
    List<Demand> demands,
    List<Rhythm> rhythms) {

  public PlanDemands {
    demands = List.copyOf(demands);
    rhythms = List.copyOf(rhythms);
  }

  /**
   * A recurrence with the words that state it.
   *
   * @param months 1 to 12
   * @param sentence the sentence in which it stands
   */
  public record Rhythm(int months, String sentence) {}
}
