package jingtu.server.duty.reminder;

import java.util.UUID;

/** An organisation to which is written. */
public record Addressee(UUID id, String name) {}
