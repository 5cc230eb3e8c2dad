package jingtu.server.plan;

import java.util.UUID;

/** Names one stored plan. */
public record PlanId(UUID value) {}
