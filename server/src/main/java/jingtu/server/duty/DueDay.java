package jingtu.server.duty;

import java.time.LocalDate;

/**
 * A day on which a duty is due.
 *
 * @param assumed whether a part of the day is not printed
 */
public record DueDay(LocalDate day, boolean assumed) {}
