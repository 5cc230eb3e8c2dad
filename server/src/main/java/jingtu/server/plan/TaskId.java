package jingtu.server.plan;

import java.util.UUID;

/** Names one task of a stored plan. */
public record TaskId(UUID value) {}
