package jingtu.server.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.server.document.DocumentId;
import jingtu.server.scope.RegionCode;

/**
 * One line of the plan register.
 *
 * @param documentId the file that the plan was read from; plans of one file share it
 * @param findingCount findings of the plan and those of its file as a whole
 * @param importedBy who imported it, by the name of the account
 */
public record RegisteredPlan(
    PlanId id,
    DocumentId documentId,
    String title,
    Optional<String> number,
    Optional<String> issuer,
    Optional<LocalDate> issuedOn,
    RegionCode region,
    int taskCount,
    int findingCount,
    Instant importedAt,
    String importedBy) {

  /** The plans of one file as the audit tells of them. */
  static String tell(List<RegisteredPlan> plans) {
    return plans.stream()
        .map(plan -> plan.region() + " " + plan.number().orElse("") + " " + plan.title())
        .collect(Collectors.joining("; "));
  }
}
