package jingtu.server.register.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/**
 * Who takes a step. Where the definition names functions, it is the organisations that hold one of
 * them; where nobody holds any, whoever coordinates the region; where it names none, whoever may
 * edit the record.
 */
sealed interface StepRight {

  /** Whoever may edit the record. */
  record Editors() implements StepRight {}

  /** The organisations that hold one of the functions. */
  record Holders(Set<UUID> organisations) implements StepRight {}

  /** Nobody holds any of the functions. */
  record NobodyNamed(List<String> functions) implements StepRight {}

  static StepRight of(Transition step, RegionCode region, FunctionHolders.Told told) {
    if (step.by().isEmpty()) {
      return new Editors();
    }
    Set<UUID> organisations = new TreeSet<>();
    for (String function : step.by()) {
      told.find(function, region).ifPresent(held -> organisations.addAll(held.organisations()));
    }
    return organisations.isEmpty() ? new NobodyNamed(step.by()) : new Holders(organisations);
  }

  /**
   * Whether an account may take it.
   *
   * @param edits whether it may edit the record
   * @param governs whether the region is its own or lies below it
   */
  default boolean allows(Scope scope, boolean edits, boolean governs) {
    Optional<UUID> own = scope.organisation();
    return !scope.role().runsTheSystem()
        && switch (this) {
          case Editors editors -> edits;
          case Holders(var organisations) -> own.filter(organisations::contains).isPresent();
          case NobodyNamed nobody -> scope.is(Role.COORDINATOR) && governs;
        };
  }
}
