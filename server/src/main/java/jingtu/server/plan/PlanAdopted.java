package jingtu.server.plan;

/** A plan came into the register. Told in the transaction that stores it. */
public record PlanAdopted(PlanId plan) {}
