package jingtu.server.plan.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.plan.RegisteredPlan;

/**
 * A plan with whom its names mean and who answers for its tasks.
 *
 * @param planDay the day on which its names are read
 * @param on the day that was asked about
 * @param closedOn the last day of its validity, where that lies before the day asked about: who
 *     answered then still does
 * @param mayDecide whether the account may say whom a name means
 */
public record ResolvedPlan(
    RegisteredPlan plan,
    LocalDate planDay,
    LocalDate on,
    Optional<LocalDate> closedOn,
    boolean mayDecide,
    List<ResolvedName> names,
    List<ResolvedTask> tasks,
    List<ResolvedObligation> obligations) {

  public ResolvedPlan {
    names = List.copyOf(names);
    tasks = List.copyOf(tasks);
    obligations = List.copyOf(obligations);
  }
}
