package jingtu.server.plan.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whom a name means, once for all plans of the plan's region. Everything that was said before
 * is kept.
 */
@Service
public class DecideName {

  private final Plans plans;
  private final Regions regions;
  private final ResolveNames resolveNames;
  private final Decisions decisions;
  private final Organisations organisations;
  private final Audit audit;

  DecideName(
      Plans plans,
      Regions regions,
      ResolveNames resolveNames,
      Decisions decisions,
      Organisations organisations,
      Audit audit) {
    this.plans = plans;
    this.regions = regions;
    this.resolveNames = resolveNames;
    this.decisions = decisions;
    this.organisations = organisations;
    this.audit = audit;
  }

  /** Whom a name is said to mean. */
  public sealed interface Wish {
    /** An organisation of the directory, which is called so from now on where it is an alias. */
    record Known(UUID organisation, boolean alias) implements Wish {}

    /** One that the directory does not have yet. */
    record New(String name, boolean alias) implements Wish {}

    /** Nobody of the directory. */
    record Nobody() implements Wish {}

    /** What was said before is taken back. */
    record Open() implements Wish {}
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record Decided(Decision decision) implements Outcome {}

    /** No such plan, or none that the scope sees. */
    record UnknownPlan() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's. */
    record NotYourRegion(RegionCode region) implements Outcome {}

    /** The plan's tasks name nobody so. */
    record NotInPlan(String name) implements Outcome {}

    record UnknownOrganisation() implements Outcome {}

    /** Somebody was quicker; nothing is overwritten. */
    record Meanwhile(String name) implements Outcome {}
  }

  /**
   * Decides on a name of a plan.
   *
   * @param version of the decision that was seen, 0 where there was none
   */
  @Transactional
  public Outcome of(Scope scope, PlanId id, String name, int version, Wish wish, String note) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    if (plan.isEmpty()) {
      return new Outcome.UnknownPlan();
    }
    RegionCode region = plan.get().region();
    if (!regions.governs(scope, region)) {
      return new Outcome.NotYourRegion(region);
    }
    Optional<ResolvedName> resolved = find(scope, plan.get(), name);
    if (resolved.isEmpty()) {
      return new Outcome.NotInPlan(name);
    }
    if (resolved.get().version() != version) {
      return new Outcome.Meanwhile(name);
    }
    return switch (wish) {
      case Wish.Nobody nobody -> keep(scope, id, region, resolved.get(), Verdict.NOBODY, note);
      case Wish.Open open -> keep(scope, id, region, resolved.get(), Verdict.OPEN, note);
      case Wish.New(String wanted, boolean alias) -> {
        List<String> aliases = alias ? List.of(name) : List.of();
        Organisation added =
            organisations.add(scope, OrganisationEntry.named(wanted, Optional.of(region), aliases));
        yield keep(scope, id, region, resolved.get(), added, note);
      }
      case Wish.Known(UUID organisation, boolean alias) ->
          organisations
              .find(scope, organisation)
              .map(
                  known -> {
                    if (alias) {
                      addAlias(scope, known, name);
                    }
                    return keep(scope, id, region, resolved.get(), known, note);
                  })
              .orElse(new Outcome.UnknownOrganisation());
    };
  }

  /** Everything that was said of a name in the region of a plan, the latest first. */
  @Transactional(readOnly = true)
  public Optional<List<Decision>> history(Scope scope, PlanId id, String name) {
    return plans.findSummary(scope, id).map(plan -> decisions.history(scope, plan.region(), name));
  }

  private Optional<ResolvedName> find(Scope scope, RegisteredPlan plan, String name) {
    LocalDate day = ResolveNames.dayOf(plan);
    return resolveNames.of(scope, plan.id(), day).stream()
        .flatMap(resolved -> resolved.names().stream())
        .filter(each -> each.printed().name().equals(name))
        .findFirst();
  }

  private void addAlias(Scope scope, Organisation known, String name) {
    if (!known.isCalled(name)) {
      organisations.change(
          scope,
          known.id(),
          known.version(),
          new OrganisationEntry(
              known.name(),
              known.region(),
              known.area(),
              Stream.concat(known.aliases().stream(), Stream.of(name)).toList(),
              known.supervisor(),
              known.functions()));
    }
  }

  private Outcome keep(
      Scope scope,
      PlanId plan,
      RegionCode region,
      ResolvedName name,
      Organisation organisation,
      String note) {
    return keep(scope, plan, region, name, Verdict.ORGANISATION, Optional.of(organisation), note);
  }

  private Outcome keep(
      Scope scope,
      PlanId plan,
      RegionCode region,
      ResolvedName name,
      Verdict verdict,
      String note) {
    return keep(scope, plan, region, name, verdict, Optional.empty(), note);
  }

  private Outcome keep(
      Scope scope,
      PlanId plan,
      RegionCode region,
      ResolvedName name,
      Verdict verdict,
      Optional<Organisation> organisation,
      String note) {
    String printed = name.printed().name();
    Decision decision =
        decisions.add(
            scope,
            region,
            printed,
            name.version(),
            verdict,
            organisation.map(Organisation::id),
            note.strip(),
            plan);
    audit.record(
        scope,
        "name.decided",
        plan.value().toString(),
        region
            + " "
            + printed
            + ": "
            + name.organisation().map(Organisation::name).orElse("-")
            + " → "
            + organisation.map(Organisation::name).orElse(verdict.name()));
    return new Outcome.Decided(decision);
  }
}
