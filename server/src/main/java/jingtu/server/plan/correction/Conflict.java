package jingtu.server.plan.correction;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.Stamp;
import jingtu.server.plan.entry.EntryKind;

/**
 * An entry that somebody has changed meanwhile.
 *
 * @param by who touched it last, and when
 * @param now as it is now; empty where it was removed
 */
public record Conflict(EntryKind kind, UUID id, Stamp by, Optional<CurrentEntry> now) {}
