package jingtu.server.plan.decomposition;

import java.util.UUID;

/** Names a notice, a meeting or an inspection that brings work. */
public record SourceId(UUID value) {}
