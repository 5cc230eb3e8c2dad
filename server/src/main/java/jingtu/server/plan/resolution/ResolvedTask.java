package jingtu.server.plan.resolution;

import java.util.List;
import jingtu.server.plan.TaskId;

/**
 * A task with those who answer for it on a day.
 *
 * @param number in the plan, from 1
 * @param heading the last one above it; empty where none stands there
 * @param begins the first words of the task
 */
public record ResolvedTask(
    TaskId id, int number, String heading, String begins, List<Answerer> answerers) {

  public ResolvedTask {
    answerers = List.copyOf(answerers);
  }
}
