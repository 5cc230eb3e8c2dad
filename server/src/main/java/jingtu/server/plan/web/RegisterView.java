package jingtu.server.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.BasisDocument;
import jingtu.server.plan.BasisLinks;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Validity;
import org.jspecify.annotations.Nullable;

/**
 * A plan's place in the register: its entry, how it stands today, and the plans around it.
 *
 * @param revises the version before this one
 * @param revisedBy the version after this one
 * @param parent the plan that it carries out, where the reader may see that
 * @param children the plans that carry it out
 * @param basis the documents that it names as its basis
 */
record RegisterView(
    EntryForm entry,
    Validity.Standing standing,
    @Nullable PlanLink revises,
    @Nullable PlanLink revisedBy,
    @Nullable PlanLink parent,
    List<PlanLink> children,
    List<BasisView> basis,
    List<String> addressees) {

  /** {@code register} is what the reader sees of it. */
  static RegisterView of(StoredPlan plan, List<RegisteredPlan> register, LocalDate today) {
    RegisteredPlan own = plan.summary();
    return new RegisterView(
        EntryForm.of(own.entry()),
        own.standing(today),
        own.life().revises().flatMap(older -> link(older.other(), register)).orElse(null),
        own.life().revisedBy().flatMap(newer -> link(newer.other(), register)).orElse(null),
        own.entry().parent().flatMap(parent -> link(parent, register)).orElse(null),
        register.stream()
            .filter(other -> other.entry().parent().equals(Optional.of(own.id())))
            .map(PlanLink::of)
            .toList(),
        BasisView.listOf(plan.basis(), register),
        plan.reading().head().addressees());
  }

  private static Optional<PlanLink> link(PlanId id, List<RegisteredPlan> register) {
    return register.stream().filter(plan -> plan.id().equals(id)).findFirst().map(PlanLink::of);
  }

  /** A registered plan by its title. */
  record PlanLink(UUID id, String title) {

    static PlanLink of(RegisteredPlan plan) {
      return new PlanLink(plan.id().value(), plan.title());
    }
  }

  /** A basis document; {@code planId} where it is a registered plan. */
  record BasisView(String title, @Nullable String number, @Nullable UUID planId) {

    static List<BasisView> listOf(List<BasisDocument> basis, List<RegisteredPlan> register) {
      BasisLinks links = new BasisLinks(register);
      return basis.stream()
          .map(
              document ->
                  new BasisView(
                      document.title(),
                      document.number().orElse(null),
                      links.find(document).map(plan -> plan.id().value()).orElse(null)))
          .toList();
    }
  }
}
