package jingtu.server.plan;

import java.util.Arrays;
import jingtu.server.organisation.RegionLevel;

/**
 * How high the government stands whose plan it is. A county may keep its province's plan beside its
 * own, so it is not always the level of the region that a plan is kept in.
 */
public enum PlanLevel {
  NATION,
  PROVINCE,
  CITY,
  COUNTY,
  TOWNSHIP,
  /** A development zone or management area, which has no code of its own. */
  AREA;

  /** The level of the same name; what lies below the townships counts with them. */
  static PlanLevel of(RegionLevel region) {
    return Arrays.stream(values())
        .filter(level -> level.name().equals(region.name()))
        .findFirst()
        .orElse(TOWNSHIP);
  }

  /** Whether it stands above another. */
  boolean isAbove(PlanLevel other) {
    return compareTo(other) < 0;
  }
}
