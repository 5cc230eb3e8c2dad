package jingtu.server.plan;

/**
 * A plan is replaced, withdrawn or put away from some day on, or is so no more. Told in the
 * transaction that stores it, not again on the day itself.
 */
public record PlanLifeChanged(PlanId plan) {}
