package jingtu.server.duty.round.countersign;

import java.time.Instant;
import java.util.UUID;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportingPeriod;

/**
 * A report that waits to be signed by an organisation: what it has to know to sign, and nothing
 * else of the line.
 *
 * @param organisation that is asked
 * @param again whether it answered to what the report said before
 * @param sentence that calls on both
 * @param reporter the name of the organisation that reports
 * @param said what is to be signed, without its files
 * @param version of the line that says so
 */
public record ToSign(
    UUID id,
    UUID organisation,
    String name,
    boolean again,
    ReportingPeriod period,
    String sentence,
    String reporter,
    Progress said,
    int version,
    String askedBy,
    Instant askedAt) {}
