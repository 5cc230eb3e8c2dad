package jingtu.server.plan.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jingtu.server.plan.TaskId;

/**
 * Who goes on with a task where the organisation that answered for it came apart.
 *
 * @param turnedOn the day on which it came apart
 * @param version counts from 1; the highest holds
 * @param successor may be the predecessor itself, where it goes on
 */
public record SuccessorChoice(
    TaskId task,
    UUID predecessor,
    LocalDate turnedOn,
    int version,
    UUID successor,
    String decidedBy,
    Instant decidedAt) {}
