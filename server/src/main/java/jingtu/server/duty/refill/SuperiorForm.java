package jingtu.server.duty.refill;

import java.time.Instant;
import jingtu.server.scope.RegionCode;

/**
 * A form from above that is filled every period.
 *
 * @param months the length of its periods: 1, 3, 6 or 12
 * @param inUse whether it is still filled; one that was put away keeps all that it has
 */
public record SuperiorForm(
    FormId id,
    RegionCode region,
    String name,
    int months,
    boolean inUse,
    int version,
    String changedBy,
    Instant changedAt) {}
