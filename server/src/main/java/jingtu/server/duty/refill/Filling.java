package jingtu.server.duty.refill;

import java.time.Instant;
import java.util.UUID;
import jingtu.server.document.DocumentId;
import jingtu.server.duty.round.ReportingPeriod;

/**
 * A form that was filled for a period.
 *
 * @param cells how many were written
 */
public record Filling(
    UUID id,
    FormId form,
    UUID edition,
    ReportingPeriod period,
    String fileName,
    DocumentId document,
    int cells,
    int warnings,
    int faults,
    String changedBy,
    Instant changedAt) {}
