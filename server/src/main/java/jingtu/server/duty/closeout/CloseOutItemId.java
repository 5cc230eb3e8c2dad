package jingtu.server.duty.closeout;

import java.util.UUID;

/** Which item of a close-out list. */
public record CloseOutItemId(UUID value) {}
