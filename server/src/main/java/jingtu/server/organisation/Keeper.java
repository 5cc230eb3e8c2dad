package jingtu.server.organisation;

import java.util.Optional;
import java.util.Set;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/**
 * What one account may do with the directory. Everybody reads who there is; telephones and changes
 * have their bounds.
 *
 * @param governed the account's own region and those below it
 */
public record Keeper(Scope scope, Set<RegionCode> governed) {

  public Keeper {
    governed = Set.copyOf(governed);
  }

  static Keeper of(Scope scope, Regions regions) {
    return new Keeper(scope, regions.governedBy(scope));
  }

  /** Administrators and coordinators keep what lies in their region and below it. */
  public boolean keeps(Organisation organisation) {
    return keepsIn(organisation.region());
  }

  /**
   * Whether something of this region may be added or changed; one without a region is everybody's.
   */
  boolean keepsIn(Optional<RegionCode> region) {
    return (scope.is(Role.ADMINISTRATOR) || scope.is(Role.COORDINATOR)) && reaches(region);
  }

  /**
   * Persons and their telephones are for the organisation itself and for those who work in its
   * region or in one above it; who only oversees the system does not need them.
   */
  public boolean readsLiaisons(Organisation organisation) {
    boolean works = !scope.is(Role.SECURITY_OFFICER) && !scope.is(Role.AUDITOR);
    return isOf(organisation) || (works && reaches(organisation.region()));
  }

  /** An organisation names its own liaison persons; who keeps it may do so too. */
  public boolean namesLiaisons(Organisation organisation) {
    return keeps(organisation) || (isOf(organisation) && scope.is(Role.OFFICER));
  }

  private boolean isOf(Organisation organisation) {
    return scope.organisation().filter(organisation.id()::equals).isPresent();
  }

  private boolean reaches(Optional<RegionCode> region) {
    return region.map(governed::contains).orElse(scope.seesAllRegions());
  }
}
