package jingtu.server.plan;

/** A plan was taken out of the register again. Told in the transaction that removes it. */
public record PlanTakenBack(PlanId plan) {}
