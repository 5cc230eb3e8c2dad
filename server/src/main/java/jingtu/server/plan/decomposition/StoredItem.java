package jingtu.server.plan.decomposition;

import java.time.Instant;

/**
 * An item with its last change.
 *
 * @param removed whether that change took it away
 * @param by who made it, by the name of the account
 */
public record StoredItem(WorkItem item, boolean removed, String by, Instant at) {}
