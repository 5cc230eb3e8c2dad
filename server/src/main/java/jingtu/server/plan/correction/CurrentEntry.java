package jingtu.server.plan.correction;

import java.util.UUID;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;

/**
 * An entry as it is now.
 *
 * @param position among its kind, from 0
 */
public record CurrentEntry(
    EntryKind kind, UUID id, int version, int position, EntryReading reading) {}
