package jingtu.server.plan.entry;

import java.util.UUID;
import jingtu.planreader.Action;

/** An action of a task with its name, which it keeps whatever is corrected in it. */
public record NamedAction(UUID id, Action action) {}
