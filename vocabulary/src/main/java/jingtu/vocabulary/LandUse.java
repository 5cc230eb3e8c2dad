package jingtu.vocabulary;

/**
 * What land is used for, as far as the standards for soil distinguish it.
 *
 * <p>Agricultural land after GB 15618-2018 (tables 1 and 3); construction land after GB 36600-2018,
 * clause 4.1.
 */
public enum LandUse {
  /** Paddy field. */
  PADDY(Sector.AGRICULTURAL),
  /** Paddy in one season, upland crops in another; the stricter value applies. */
  PADDY_UPLAND_ROTATION(Sector.AGRICULTURAL),
  /** Orchard; distinguished for copper only, elsewhere as other agricultural land. */
  ORCHARD(Sector.AGRICULTURAL),
  /** Agricultural land that is neither paddy nor orchard. */
  OTHER(Sector.AGRICULTURAL),
  /** Construction land of the first class, where children live or stay for long. */
  CLASS_1(Sector.CONSTRUCTION),
  /** Construction land of the second class. */
  CLASS_2(Sector.CONSTRUCTION);

  /** Which of the two standards for soil speaks of the land. */
  public enum Sector {
    AGRICULTURAL,
    CONSTRUCTION
  }

  private final Sector sector;

  LandUse(Sector sector) {
    this.sector = sector;
  }

  public Sector sector() {
    return sector;
  }
}
