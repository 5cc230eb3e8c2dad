package jingtu.server.register;

import java.util.regex.Pattern;

/**
 * What a register is called in files, tables and addresses, such as {@code tailings-pond}: small
 * letters, digits and single hyphens, at most {@value #LONGEST} characters.
 */
public record RegisterId(String value) {

  /** So that the name of its table, and of an index on it, is one that every database takes. */
  public static final int LONGEST = 40;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RegisterId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not the id of a register: " + value);
    }
  }

  /** Whether the text has the form of a register's id. */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /** The name of the table that holds its typed columns. */
  public String table() {
    return "reg_" + value.replace('-', '_');
  }

  @Override
  public String toString() {
    return value;
  }
}
