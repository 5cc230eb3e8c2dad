package jingtu.server.register.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jingtu.server.scope.Role;

/**
 * One thing that a record tells.
 *
 * @param id small letters, digits and underscores; the name of its column and of its variable in
 *     expressions
 * @param label in Chinese, as it stands over the column
 * @param group the id of the group it stands in; empty where the register has none
 * @param help one line under the field; may be empty
 * @param required whether a record without it is refused (where {@code when} holds)
 * @param unique whether no two records of a region may share its value
 * @param sortable whether lists can be sorted by it; costs an index
 * @param when CEL: the field is asked for and shown only where it holds
 * @param visibleTo the roles that see and change it; empty where every role does
 * @param retired whether it is no longer asked for; its values stay
 * @param aliases what else the column is called in sheets that come in
 */
public record Field(
    String id,
    String label,
    FieldType type,
    String group,
    String help,
    boolean required,
    boolean unique,
    boolean sortable,
    Optional<String> when,
    Set<Role> visibleTo,
    boolean retired,
    List<String> aliases) {

  /** So that the name of its column, and of an index on it, is one that every database takes. */
  public static final int LONGEST_ID = 40;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  public Field {
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a field: " + id);
    }
    visibleTo = Set.copyOf(visibleTo);
    aliases = List.copyOf(aliases);
  }

  /** Whether the text has the form of a field's id. */
  public static boolean isId(String text) {
    return text.length() <= LONGEST_ID && FORM.matcher(text).matches();
  }

  /** Whether an account of that role may know the field's values. */
  public boolean isVisibleTo(Role role) {
    return visibleTo.isEmpty() || visibleTo.contains(role);
  }
}
