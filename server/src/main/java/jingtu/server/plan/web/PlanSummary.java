package jingtu.server.plan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.RegisteredPlan;
import org.jspecify.annotations.Nullable;

/** One line of the plan register; plans of one file have the same {@code documentId}. */
record PlanSummary(
    UUID id,
    UUID documentId,
    String title,
    @Nullable String number,
    @Nullable String issuer,
    @Nullable LocalDate issuedOn,
    String regionCode,
    int taskCount,
    int findingCount,
    Instant importedAt,
    String importedBy) {

  static List<PlanSummary> listOf(List<RegisteredPlan> plans) {
    return plans.stream().map(PlanSummary::of).toList();
  }

  private static PlanSummary of(RegisteredPlan plan) {
    return new PlanSummary(
        plan.id().value(),
        plan.documentId().value(),
        plan.title(),
        plan.number().orElse(null),
        plan.issuer().orElse(null),
        plan.issuedOn().orElse(null),
        plan.region().digits(),
        plan.taskCount(),
        plan.findingCount(),
        plan.importedAt(),
        plan.importedBy());
  }
}
