package jingtu.server.plan.decomposition;

import java.util.UUID;

/** Names one work item. */
public record WorkItemId(UUID value) {}
