package jingtu.server.plan;

import java.util.UUID;

/** Names one file that waits to be adopted. */
public record DraftId(UUID value) {}
