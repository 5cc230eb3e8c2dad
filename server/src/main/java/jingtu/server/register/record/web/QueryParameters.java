package jingtu.server.register.record.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * A question about records as an address asks it: {@code q}, {@code filter} (any number of {@code
 * field:operator:value}; several values of {@code in} and {@code is-not} have commas between them),
 * {@code sort} (a field, after a hyphen where the greatest come first), {@code state} (with commas
 * between several), {@code batch} (the id of an import: what it made or changed), {@code removed},
 * {@code after}, {@code limit}, {@code columns}.
 */
public final class QueryParameters {

  private static final int USUAL_PAGE = 50;

  private QueryParameters() {}

  /**
   * The question of an address.
   *
   * @throws Problem where it cannot be read
   */
  public static RecordQuery of(MultiValueMap<String, String> asked) {
    String sort = first(asked, "sort");
    return new RecordQuery(
        first(asked, "q"),
        filters(asked),
        list(first(asked, "state")),
        Boolean.parseBoolean(first(asked, "removed")),
        Optional.of(sort.replaceFirst("^-", "")).filter(field -> !field.isEmpty()),
        sort.startsWith("-"),
        Optional.of(first(asked, "after")).filter(id -> !id.isEmpty()).map(QueryParameters::id),
        limit(first(asked, "limit")));
  }

  /** The fields that are to be shown; absent for all. */
  public static Optional<Set<String>> columns(MultiValueMap<String, String> asked) {
    List<String> columns = list(first(asked, "columns"));
    return columns.isEmpty() ? Optional.empty() : Optional.of(new LinkedHashSet<>(columns));
  }

  private static List<RecordQuery.Filter> filters(MultiValueMap<String, String> asked) {
    return Stream.concat(
            Stream.of(first(asked, "batch"))
                .filter(batch -> !batch.isEmpty())
                .map(
                    batch ->
                        new RecordQuery.Filter(
                            RecordView.BATCH, RecordQuery.Operator.IS, List.of(batch))),
            asked.getOrDefault("filter", List.of()).stream()
                .filter(filter -> !filter.isEmpty())
                .map(QueryParameters::filter))
        .toList();
  }

  private static RecordQuery.Filter filter(String written) {
    String[] parts = written.split(":", 3);
    Optional<RecordQuery.Operator> operator =
        parts.length < 2 ? Optional.empty() : RecordQuery.Operator.of(parts[1]);
    if (operator.isEmpty()) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "register-record.bad-filter", parts[0], written);
    }
    String value = parts.length < 3 ? "" : parts[2];
    return new RecordQuery.Filter(
        field(parts[0]),
        operator.get(),
        switch (operator.get()) {
          case EMPTY, FILLED -> List.of();
          case IN, IS_NOT -> list(value);
          case IS, CONTAINS, FROM, TO -> value.isEmpty() ? List.of() : List.of(value);
        });
  }

  /** What every record has is asked for by its plain name, which no field can be called. */
  private static String field(String name) {
    return switch (name) {
      case "region" -> RecordView.REGION;
      case "organisation" -> RecordView.ORGANISATION;
      default -> name;
    };
  }

  private static int limit(String written) {
    if (written.isEmpty()) {
      return USUAL_PAGE;
    }
    int limit = written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
    if (limit < 1 || limit > RecordQuery.LONGEST_PAGE) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "register-record.bad-page", RecordQuery.LONGEST_PAGE);
    }
    return limit;
  }

  private static RecordId id(String written) {
    try {
      return new RecordId(UUID.fromString(written));
    } catch (IllegalArgumentException e) {
      throw Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown");
    }
  }

  private static List<String> list(String written) {
    return Arrays.stream(written.split(",", -1)).filter(part -> !part.isEmpty()).toList();
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    String value = asked.getFirst(name);
    return value == null ? "" : value;
  }
}
