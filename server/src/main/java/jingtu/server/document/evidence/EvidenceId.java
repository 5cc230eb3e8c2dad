package jingtu.server.document.evidence;

import java.util.UUID;

/** Names one piece of evidence, whichever of its versions is meant. */
public record EvidenceId(UUID value) {}
