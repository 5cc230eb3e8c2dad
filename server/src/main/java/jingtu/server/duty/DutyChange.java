package jingtu.server.duty;

import java.time.Instant;

/**
 * Something that was changed in a duty.
 *
 * @param what the field or the event, by its key
 * @param by who changed it, by the name of the account
 */
public record DutyChange(
    String what, String before, String after, String reason, String by, Instant at) {}
