package jingtu.server.duty;

import jingtu.planreader.Span;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.demand.DemandPlace;

/**
 * The sentence of a plan that a duty comes from.
 *
 * @param number of the task, or of the obligation among those of the plan, from 1
 * @param span where the sentence stands in the plan's text
 */
public record DutyOrigin(PlanId plan, DemandPlace place, int number, Span span) {}
