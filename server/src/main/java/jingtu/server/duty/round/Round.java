package jingtu.server.duty.round;

import java.time.LocalDate;
import java.util.Optional;
import jingtu.server.scope.RegionCode;

/**
 * One round-up of a region: the reports of a period.
 *
 * @param due the last day in time
 * @param closed the day on which it was listed who had not reported; absent while it runs
 */
public record Round(
    RoundId id,
    RegionCode region,
    ReportingPeriod period,
    LocalDate opened,
    LocalDate due,
    Optional<LocalDate> closed) {}
