package jingtu.server.organisation;

import java.util.Optional;
import jingtu.server.scope.RegionCode;

/**
 * A province, city, county, township or village.
 *
 * @param parent the region it is part of, as a table says and not as its digits suggest; absent for
 *     a province
 */
public record Region(
    RegionCode code, String name, RegionLevel level, Optional<RegionCode> parent) {}
