package jingtu.server.register;

/** A region said who holds a function. Told in the transaction that stores it. */
public record FunctionsChanged(String function) {}
