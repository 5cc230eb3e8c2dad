package jingtu.server.register.lifecycle;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;

/**
 * A key supervised unit, as far as deadlines need to know it: what it is called, and which
 * organisation of the directory it is.
 */
record SupervisedUnit(RecordId id, String name, Optional<UUID> organisationListed) {}
