package jingtu.server.register;

/** Something that was due for a record was done. Told in the transaction that stores it. */
public record DeadlineMet(DeadlineId deadline) {}
