package jingtu.server.register.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.RecordId;

/**
 * What somebody asks of a register's records.
 *
 * @param words what is searched for; each of its words must occur
 * @param states empty where any state will do
 * @param removed whether those that were removed are asked for, instead of those that were not
 * @param sort the field that the list is sorted by; empty: as entered
 * @param after the record after which the page begins, whether or not it is one of those asked for
 * @param limit how many at most, 1 to {@value #LONGEST_PAGE}
 */
public record RecordQuery(
    String words,
    List<Filter> filters,
    List<String> states,
    boolean removed,
    Optional<String> sort,
    boolean descending,
    Optional<RecordId> after,
    int limit) {

  public static final int LONGEST_PAGE = 1_000;

  static final int MOST_WORDS = 10;
  static final int LONGEST_WORDS = 200;

  /** Everything that was not removed, as entered. */
  public static final RecordQuery ALL =
      new RecordQuery(
          "", List.of(), List.of(), false, Optional.empty(), false, Optional.empty(), 50);

  /**
   * A condition on a field, as it was written.
   *
   * @param field the id of a field, {@link RecordView#REGION}, {@link RecordView#ORGANISATION} or
   *     {@link RecordView#BATCH}
   */
  public record Filter(String field, Operator operator, List<String> values) {
    public Filter {
      values = List.copyOf(values);
    }
  }

  /** What a field is asked; each knows its word. */
  public enum Operator {
    IS("is"),
    IS_NOT("is-not"),
    IN("in"),
    CONTAINS("contains"),
    FROM("from"),
    TO("to"),
    EMPTY("empty"),
    FILLED("filled");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** The operator of that word. */
    public static Optional<Operator> of(String word) {
      return List.of(values()).stream().filter(one -> one.word.equals(word)).findFirst();
    }
  }

  public RecordQuery {
    filters = List.copyOf(filters);
    states = List.copyOf(states);
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new IllegalArgumentException("a page of " + limit);
    }
  }

  /** The first words of a text, as many as a search takes: who bears it as a name is found. */
  public static String firstWords(String text) {
    StringBuilder beginning = new StringBuilder();
    text.codePoints().limit(LONGEST_WORDS / 2).forEach(beginning::appendCodePoint);
    return Stream.of(beginning.toString().strip().split("\\s+", -1))
        .limit(MOST_WORDS)
        .collect(Collectors.joining(" "));
  }

  /** The same question, from another record on. */
  public RecordQuery from(RecordId record) {
    return new RecordQuery(
        words, filters, states, removed, sort, descending, Optional.of(record), limit);
  }

  /** The fields that the question depends on. */
  public Set<String> fields() {
    Set<String> fields = new java.util.TreeSet<>();
    filters.forEach(filter -> fields.add(filter.field()));
    sort.ifPresent(fields::add);
    return fields;
  }
}
