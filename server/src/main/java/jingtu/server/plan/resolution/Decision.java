package jingtu.server.plan.resolution;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * What was said of a name, for all plans of a region.
 *
 * @param version counts from 1; the highest of a name holds, the others are its history
 * @param organisation with the verdict that it means one
 * @param note why, in words; may be empty
 */
public record Decision(
    RegionCode region,
    String name,
    int version,
    Verdict verdict,
    Optional<UUID> organisation,
    String note,
    String decidedBy,
    Instant decidedAt) {}
