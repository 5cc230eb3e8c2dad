package jingtu.server.duty.round;

import java.util.UUID;

/** Which round-up. */
public record RoundId(UUID value) {}
