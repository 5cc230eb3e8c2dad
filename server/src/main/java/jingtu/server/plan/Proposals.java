package jingtu.server.plan;

import java.util.List;
import jingtu.planreader.PlanReading;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;

/** Proposes the register's entries for the plans of a file, in view of what is registered now. */
@Component
class Proposals {

  private final Plans plans;
  private final Regions regions;

  Proposals(Plans plans, Regions regions) {
    this.plans = plans;
    this.regions = regions;
  }

  /** {@code fileName} stands in for a title that is not printed. */
  List<RegisterEntry> of(Scope scope, RegionCode region, String fileName, PlanReading reading) {
    EntryProposal proposal =
        new EntryProposal(
            withoutEnding(fileName),
            regions.find(scope, region).map(Region::level),
            plans.list(scope));
    Words words = new Words(reading.text());
    return reading.plans().stream().map(plan -> proposal.of(plan, words)).toList();
  }

  /**
   * For the plans of a draft. A newer version is proposed to be in force from the day on which it
   * was issued, not from the first of the years in its title.
   */
  List<RegisterEntry> of(Scope scope, Draft draft, PlanReading reading) {
    List<RegisterEntry> entries = of(scope, draft.region(), draft.fileName(), reading);
    return draft.revises().isEmpty()
        ? entries
        : entries.stream().map(RegisterEntry::fromItsIssue).toList();
  }

  private static String withoutEnding(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
