package jingtu.server.plan;

import java.util.Optional;

/**
 * How a finding stands.
 *
 * @param number names it among those of its file, from 0
 * @param settled by whom it was found to need nothing more; empty where it waits
 */
public record FindingState(int number, Optional<Stamp> settled) {}
