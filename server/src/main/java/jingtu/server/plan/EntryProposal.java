package jingtu.server.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Head;
import jingtu.planreader.ReadPlan;
import jingtu.server.organisation.RegionLevel;

/** Proposes from what a plan prints what the register should say of it. */
final class EntryProposal {

  private final String fileName;
  private final Optional<RegionLevel> region;
  private final BasisLinks links;

  /**
   * {@code fileName} stands in for a title that is not printed; {@code region} is the level of the
   * region that the plan is kept in; {@code register} what may be a parent.
   */
  EntryProposal(String fileName, Optional<RegionLevel> region, List<RegisteredPlan> register) {
    this.fileName = fileName;
    this.region = region;
    this.links = new BasisLinks(register);
  }

  RegisterEntry of(ReadPlan plan, Words words) {
    Head head = plan.head();
    String title = head.title().isBlank() ? fileName : head.title();
    Optional<Validity> years = TitleWords.years(title);
    PlanLevel level = level(head, title);
    return new RegisterEntry(
        title,
        head.number(),
        head.issuer(),
        head.date(),
        TitleWords.kind(title, years),
        level,
        years.orElseGet(() -> new Validity(head.date(), Optional.empty())),
        parent(BasisDocument.of(plan, words), level));
  }

  private PlanLevel level(Head head, String title) {
    return head.issuer()
        .flatMap(TitleWords::level)
        .or(() -> TitleWords.level(title))
        .or(() -> region.map(PlanLevel::of))
        .orElse(PlanLevel.COUNTY);
  }

  /** Of the basis documents that are registered the nearest one above, or else one beside. */
  private Optional<PlanId> parent(List<BasisDocument> basis, PlanLevel own) {
    return basis.stream()
        .flatMap(document -> links.find(document).stream())
        .filter(plan -> !own.isAbove(plan.entry().level()))
        .max(
            Comparator.comparing((RegisteredPlan plan) -> plan.entry().level().isAbove(own))
                .thenComparing(plan -> plan.entry().level()))
        .map(RegisteredPlan::id);
  }
}
