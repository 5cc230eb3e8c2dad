package jingtu.planreader.revision;

import java.util.List;

/**
 * What changed of one thing that was read from a text. Parties are listed whole, in their order; of
 * deadlines, targets and actors only those that went and those that came.
 *
 * @param before as it was; empty for nothing
 * @param after as it is; empty for nothing
 */
public record FieldChange(Field field, List<String> before, List<String> after) {

  public FieldChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What was read. */
  public enum Field {
    TITLE(true),
    NUMBER(true),
    ISSUER(true),
    /** The day of issue, as {@code 2027-01-15}. */
    DATE(true),
    /** The heading of a single task. */
    HEADING(true),
    LEAD(true),
    RESPONSIBLE(true),
    PARTICIPANTS(true),
    IMPLEMENTERS(true),
    /** Whether the clause names everybody: 等. */
    OPEN(true),
    /** In the notation of {@link jingtu.planreader.Deadline}. */
    DEADLINES(false),
    /** Indicator, sign, value and unit: {@code 农膜回收率 >= 86%}. */
    TARGETS(false),
    ACTORS(false);

    private final boolean whole;

    Field(boolean whole) {
      this.whole = whole;
    }

    /** Whether its order tells something, so that it is shown whole. */
    boolean isWhole() {
      return whole;
    }
  }
}
