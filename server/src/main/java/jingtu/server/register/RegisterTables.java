package jingtu.server.register;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import jingtu.server.register.table.RestoreTables;

/** Makes the typed tables of registers anew in a database that is being restored. */
public final class RegisterTables {

  /** The table that says which fields the typed tables hold. */
  public static final String KNOWN_BY = "register_field";

  private RegisterTables() {}

  /**
   * Makes the tables of all registers, empty and without the indexes of lists, which a starting
   * server adds.
   *
   * @param fields the rows of {@value #KNOWN_BY}, each by the names of its columns
   * @param order the columns of a table as they stood; a column that is not among them comes last
   */
  public static void make(
      DataSource database, List<Map<String, Object>> fields, Function<String, List<String>> order) {
    RestoreTables.make(database, fields, order);
  }
}
