package jingtu.server.plan.resolution;

import java.util.List;
import java.util.UUID;

/**
 * A duty outside the tasks with those who answer for it on a day.
 *
 * @param answerers whom its actor means for certain; none where it names nobody, or nobody whom the
 *     directory knows
 */
public record ResolvedObligation(UUID id, List<Answerer> answerers) {

  public ResolvedObligation {
    answerers = List.copyOf(answerers);
  }
}
