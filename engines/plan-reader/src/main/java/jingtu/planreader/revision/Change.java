package jingtu.planreader.revision;

import java.util.List;

/**
 * One thing that a person has to know who knows the older version.
 *
 * @param before where it stood; empty for what was added, several for what was merged
 * @param after where it stands; empty for what was removed, several for what was split
 * @param sentences which of its sentences changed, in the order of the newer version
 * @param fields what changed of that which was read from it
 */
public record Change(
    Kind kind,
    Subject subject,
    List<Place> before,
    List<Place> after,
    List<SentenceChange> sentences,
    List<FieldChange> fields) {

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
    sentences = List.copyOf(sentences);
    fields = List.copyOf(fields);
  }

  /** What happened to it. */
  public enum Kind {
    CHANGED,
    /** Stands under another heading or in another order; may have changed, too. */
    MOVED,
    /** One became several. */
    SPLIT,
    /** Several became one. */
    MERGED,
    /** Several became several, in another division. */
    REGROUPED,
    ADDED,
    REMOVED
  }

  /** What it happened to. */
  public enum Subject {
    HEAD,
    /** A heading with more than one thing below it; that of a single task belongs to the task. */
    HEADING,
    GOAL,
    TASK,
    OBLIGATION,
    /** What is none of these: guiding thoughts, notes, cells of a table. */
    TEXT
  }
}
