package jingtu.server.duty;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which duties an account may see, and which it keeps. Whoever coordinates a region sees what its
 * office keeps and what its organisations are asked; everybody else sees what their own
 * organisation is asked, and what it handed down. Those who run the system see none.
 */
@Component
public class Reach {

  /** A condition on rows of {@code duty}; {@link #bind} gives its parameters. */
  public static final String SEEN =
      """
      (duty.region_code in (:governed) or duty.organisation_region in (:governed)
        or duty.organisation_id = :own or duty.handed_by = :own)
      """;

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private static final UUID NO_ORGANISATION = new UUID(0, 0);

  private final Regions regions;

  Reach(Regions regions) {
    this.regions = regions;
  }

  /** Gives the parameters of {@link #SEEN}. */
  public StatementSpec bind(StatementSpec statement, Scope scope) {
    return statement.param("governed", governed(scope)).param("own", own(scope));
  }

  /** Whether somebody keeps a duty: says who is asked, and who reports. */
  public boolean keeps(Scope scope, Duty duty) {
    return keeps(scope, duty.region());
  }

  /** Whether somebody keeps the duties of a region. */
  public boolean keeps(Scope scope, RegionCode region) {
    return governed(scope).contains(region.digits());
  }

  /** Which duties somebody keeps, for many of them. */
  public Predicate<Duty> kept(Scope scope) {
    Set<String> governed = governed(scope);
    return duty -> governed.contains(duty.region().digits());
  }

  private Set<String> governed(Scope scope) {
    Set<String> codes = new LinkedHashSet<>(Set.of(NO_REGION));
    if (scope.is(Role.COORDINATOR)) {
      regions.governedBy(scope).stream().map(RegionCode::digits).forEach(codes::add);
    }
    return codes;
  }

  private static UUID own(Scope scope) {
    return scope.role().runsTheSystem()
        ? NO_ORGANISATION
        : scope.organisation().orElse(NO_ORGANISATION);
  }
}
