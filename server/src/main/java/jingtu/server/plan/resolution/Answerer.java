package jingtu.server.plan.resolution;

import java.util.Optional;
import java.util.Set;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Organisation;

/**
 * Who answers for a task on a day by one of its names.
 *
 * @param name as printed
 * @param named whom the name meant when the plan was made
 * @param choice what was chosen at the last turn that somebody decided
 */
public record Answerer(
    String name,
    Set<NameRole> roles,
    Organisation named,
    Answering answering,
    Optional<SuccessorChoice> choice) {

  public Answerer {
    roles = Set.copyOf(roles);
  }
}
