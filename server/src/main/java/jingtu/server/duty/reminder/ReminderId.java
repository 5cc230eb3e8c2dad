package jingtu.server.duty.reminder;

import java.util.UUID;

/** Names one message of the outbox. */
public record ReminderId(UUID value) {}
