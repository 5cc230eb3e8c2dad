package jingtu.server.organisation;

import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The directory, opened for the plans of a region. */
@Component
public class Directories {

  private final Regions regions;
  private final Organisations organisations;
  private final Successions successions;

  Directories(Regions regions, Organisations organisations, Successions successions) {
    this.regions = regions;
    this.organisations = organisations;
    this.successions = successions;
  }

  /** As it is now; who asks may read all of it, as everybody may. */
  @Transactional(readOnly = true)
  public Directory open(Scope scope, RegionCode region) {
    return Directory.of(
        region, regions.all(scope), organisations.list(scope), successions.list(scope));
  }
}
