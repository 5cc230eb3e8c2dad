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
 * @param entry what the register says of it, which may differ from its print
 * @param life what became of it since its adoption
 * @param disclosure the mark of its disclosure, as printed
 * @param findingCount findings of the plan and those of its file as a whole that nobody has settled
 * @param importedBy who imported it, by the name of the account
 */
public record RegisteredPlan(
    PlanId id,
    DocumentId documentId,
    RegisterEntry entry,
    Life life,
    Optional<String> disclosure,
    RegionCode region,
    int taskCount,
    int findingCount,
    Instant importedAt,
    String importedBy) {

  /** How it stands on a day. */
  public Validity.Standing standing(LocalDate day) {
    return life.standing(entry.validity(), day);
  }

  public String title() {
    return entry.title();
  }

  public Optional<String> number() {
    return entry.number();
  }

  public Optional<String> issuer() {
    return entry.issuer();
  }

  public Optional<LocalDate> issuedOn() {
    return entry.issuedOn();
  }

  /** The plans of one file as the audit tells of them. */
  static String tell(List<RegisteredPlan> plans) {
    return plans.stream()
        .map(plan -> plan.region() + " " + plan.number().orElse("") + " " + plan.title())
        .collect(Collectors.joining("; "));
  }
}
