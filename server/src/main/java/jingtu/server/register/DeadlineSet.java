package jingtu.server.register;

/**
 * A record has something due that it had not: a new day, or a day that was met and is open again.
 * Told in the transaction that stores it.
 */
public record DeadlineSet(DeadlineId deadline) {}
