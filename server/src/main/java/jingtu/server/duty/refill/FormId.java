package jingtu.server.duty.refill;

import java.util.UUID;

/** Names a form from above. */
public record FormId(UUID value) {}
