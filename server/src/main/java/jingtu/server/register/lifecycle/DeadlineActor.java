package jingtu.server.register.lifecycle;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;

/**
 * Who does what is due.
 *
 * @param name in Chinese
 * @param organisation where it is one of the directory
 * @param record where it is kept in a register, such as an enterprise
 */
public record DeadlineActor(String name, Optional<UUID> organisation, Optional<RecordId> record) {}
