package jingtu.planreader.revision;

import java.util.List;

/**
 * What changed from one version to another.
 *
 * @param changes in the order of the newer version; what was removed stands where it was
 * @param numbering numbers that only shifted, which is no change
 * @param tasks which task became which, unchanged ones included; a task that was split or merged
 *     stands in several pairs
 */
public record Comparison(List<Change> changes, List<Renumbered> numbering, List<TaskPair> tasks) {

  public Comparison {
    changes = List.copyOf(changes);
    numbering = List.copyOf(numbering);
    tasks = List.copyOf(tasks);
  }
}
