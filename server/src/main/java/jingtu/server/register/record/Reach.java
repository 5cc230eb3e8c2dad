package jingtu.server.register.record;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.organisation.Regions;
import jingtu.server.register.definition.Definition;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/**
 * How far an account reaches into registers: it reads the records of the regions that it sees; a
 * coordinator changes those of the regions that it governs, an officer those that its own
 * organisation keeps.
 */
record Reach(Scope scope, Set<RegionCode> visible, Set<RegionCode> governed) {

  static Reach of(Scope scope, Regions regions) {
    return new Reach(
        scope,
        regions.visibleTo(scope),
        scope.is(Role.COORDINATOR) ? regions.governedBy(scope) : Set.of());
  }

  boolean sees(StoredRecord record) {
    return visible.contains(record.region());
  }

  boolean sees(Definition definition, String field) {
    return definition
        .findField(field)
        .filter(known -> !known.retired() && known.isVisibleTo(scope.role()))
        .isPresent();
  }

  boolean mayKeep(StoredRecord record) {
    return mayKeep(record.region(), record.organisation());
  }

  /** Whether it may make or change records of a region that an organisation keeps. */
  boolean mayKeep(RegionCode region, Optional<UUID> keeper) {
    return switch (scope.role()) {
      case COORDINATOR -> governed.contains(region);
      case OFFICER ->
          visible.contains(region)
              && scope.organisation().isPresent()
              && keeper.equals(scope.organisation());
      case ADMINISTRATOR, SECURITY_OFFICER, AUDITOR -> false;
    };
  }
}
