package jingtu.server.duty.round;

import java.util.UUID;

/** Which line of a round-up. */
public record LineId(UUID value) {}
