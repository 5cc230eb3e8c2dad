package jingtu.server.plan.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import jingtu.server.plan.entry.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants made of one entry.
 *
 * @param id absent for a new one
 * @param version the one that was seen; only a new entry has none
 * @param position its place among its kind after the change, from 0; where it is absent, one that
 *     is there keeps its place and a new one goes where its words stand
 * @param after absent where the entry is to be removed
 */
public record EntryChange(
    @NotNull EntryKind kind,
    @Nullable UUID id,
    @Nullable Integer version,
    @Nullable Integer position,
    @Nullable @Valid EntryContent after) {}
