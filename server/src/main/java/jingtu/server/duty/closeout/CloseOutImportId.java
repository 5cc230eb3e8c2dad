package jingtu.server.duty.closeout;

import java.util.UUID;

/** Names an import of items onto a close-out list. */
public record CloseOutImportId(UUID value) {}
