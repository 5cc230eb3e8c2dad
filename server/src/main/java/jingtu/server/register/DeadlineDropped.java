package jingtu.server.register;

/**
 * Something that was due for a record is due no longer, though it was not done. Told in the
 * transaction that stores it.
 */
public record DeadlineDropped(DeadlineId deadline) {}
