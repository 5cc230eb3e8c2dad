package jingtu.server.duty.closeout;

import java.util.UUID;

/** Which close-out list. */
public record CloseOutListId(UUID value) {}
