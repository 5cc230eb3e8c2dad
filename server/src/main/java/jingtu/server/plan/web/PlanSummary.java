package jingtu.server.plan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanKind;
import jingtu.server.plan.PlanLevel;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Validity;
import org.jspecify.annotations.Nullable;

/**
 * One line of the plan register; {@code standing} is today's; plans of one file have the same
 * {@code documentId}.
 */
record PlanSummary(
    UUID id,
    UUID documentId,
    String title,
    @Nullable String number,
    @Nullable String issuer,
    @Nullable LocalDate issuedOn,
    PlanKind kind,
    PlanLevel level,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Validity.Standing standing,
    @Nullable String disclosure,
    @Nullable UUID parentId,
    @Nullable UUID revisesId,
    @Nullable UUID revisedById,
    String regionCode,
    int taskCount,
    int findingCount,
    Instant importedAt,
    String importedBy) {

  static List<PlanSummary> listOf(List<RegisteredPlan> plans, LocalDate today) {
    return plans.stream().map(plan -> of(plan, today)).toList();
  }

  static PlanSummary of(RegisteredPlan plan, LocalDate today) {
    RegisterEntry entry = plan.entry();
    return new PlanSummary(
        plan.id().value(),
        plan.documentId().value(),
        entry.title(),
        entry.number().orElse(null),
        entry.issuer().orElse(null),
        entry.issuedOn().orElse(null),
        entry.kind(),
        entry.level(),
        entry.validity().from().orElse(null),
        entry.validity().to().orElse(null),
        plan.standing(today),
        plan.disclosure().orElse(null),
        entry.parent().map(PlanId::value).orElse(null),
        plan.life().revises().map(revision -> revision.other().value()).orElse(null),
        plan.life().revisedBy().map(revision -> revision.other().value()).orElse(null),
        plan.region().digits(),
        plan.taskCount(),
        plan.findingCount(),
        plan.importedAt(),
        plan.importedBy());
  }
}
