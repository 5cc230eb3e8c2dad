package jingtu.server.document;

import java.util.UUID;

/** Names one stored file. */
public record DocumentId(UUID value) {}
