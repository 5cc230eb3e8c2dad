package jingtu.server.register;

/**
 * Something that is due for a record is due on another day. Told in the transaction that stores it.
 */
public record DeadlineMoved(DeadlineId deadline) {}
