package jingtu.server.organisation;

import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * A part of a region that has no code of its own and yet is charged with tasks: a development zone,
 * a management area, a farm.
 *
 * @param region the region it lies in
 */
public record Area(UUID id, String name, AreaKind kind, RegionCode region) {}
