package jingtu.standards;

/**
 * Where a number is printed and what it means there.
 *
 * @param table the number of the table as the standard prints it: {@code 1}
 * @param clause the clause that makes the table binding: {@code 4.1}
 * @param meaning what it means to be above the table's values
 */
public record TableRef(String table, String clause, Meaning meaning) {

  /** What a value is. A screening value is not a limit. */
  public enum Meaning {
    /** At or below it the risk is low; above it there may be one. */
    SCREENING,
    /** Above it the risk is high. */
    CONTROL,
    /** It must not be exceeded. */
    LIMIT
  }
}
