package jingtu.server.plan;

import java.util.UUID;

/**
 * What a notice, a meeting or an inspection asks has changed, or what is said of the document. Told
 * in the transaction that stores it.
 */
public record DocumentWorkChanged(UUID document) {}
