package jingtu.server.register.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * Which rows of a typed table are asked for.
 *
 * @param regions the regions that whoever asks may see
 * @param removed whether those that were removed are asked for, instead of those that were not
 * @param states empty where any state will do
 * @param organisations the organisations that keep the records; empty where anybody's will do
 * @param batch the import that made or changed the records, whatever has happened to them since;
 *     absent where any may have
 * @param words all of which occur in what a search looks through, in lower case
 */
public record TypedQuery(
    Set<RegionCode> regions,
    boolean removed,
    List<String> states,
    List<UUID> organisations,
    Optional<UUID> batch,
    List<String> words,
    List<TypedFilter> filters) {

  public TypedQuery {
    regions = Set.copyOf(regions);
    states = List.copyOf(states);
    organisations = List.copyOf(organisations);
    words = List.copyOf(words);
    filters = List.copyOf(filters);
  }

  /** Whether it asks for less than all that somebody may see. */
  boolean narrows() {
    return !(words.isEmpty()
        && filters.isEmpty()
        && states.isEmpty()
        && organisations.isEmpty()
        && batch.isEmpty());
  }

  /**
   * An order by one field; records without a value in it come last, equal ones by id. Texts sort by
   * code point; only H2 puts the few characters beyond the first plane before U+E000.
   *
   * @param field empty: by id alone, which is the order in which records were entered
   */
  public record Order(Optional<String> field, boolean descending) {
    public static final Order AS_ENTERED = new Order(Optional.empty(), false);
  }
}
