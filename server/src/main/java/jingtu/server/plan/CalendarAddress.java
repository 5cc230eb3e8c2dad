package jingtu.server.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * An address under which a calendar program fetches the dates of one organisation.
 *
 * @param region whose plans, and those of the regions above and below, are looked through
 * @param organisation its name as plans write it
 * @param withdrawnAt since when the address answers nobody any more
 */
public record CalendarAddress(
    UUID id,
    RegionCode region,
    String organisation,
    UUID createdBy,
    String createdByName,
    Instant createdAt,
    Optional<Instant> withdrawnAt) {}
