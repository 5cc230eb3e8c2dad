package jingtu.server.register.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.server.edge.Problem;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.table.TypedFilter;
import jingtu.server.register.table.TypedFilter.Test;
import jingtu.server.register.table.TypedQuery;
import jingtu.server.scope.RegionCode;
import org.springframework.http.HttpStatus;

/**
 * A query as somebody wrote it, made into one that the tables understand: with the regions that
 * they see, and refused where it names a field that they may not know, as if there were none.
 */
final class Question {

  private static final int MOST_FILTERS = 30;
  private static final int MOST_VALUES = 200;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

  private final Definition definition;
  private final Reach reach;

  Question(Definition definition, Reach reach) {
    this.definition = definition;
    this.reach = reach;
  }

  /**
   * @throws Problem where the query asks what cannot be asked
   */
  TypedQuery of(RecordQuery query) {
    List<String> words =
        Stream.of(query.words().strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    if (words.size() > RecordQuery.MOST_WORDS
        || query.words().length() > RecordQuery.LONGEST_WORDS) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "register-record.long-search",
          RecordQuery.MOST_WORDS,
          RecordQuery.LONGEST_WORDS);
    }
    if (query.filters().size() > MOST_FILTERS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "register-record.many-filters", MOST_FILTERS);
    }
    Set<RegionCode> regions = new HashSet<>(reach.visible());
    List<UUID> keepers = new ArrayList<>();
    Optional<UUID> batch = Optional.empty();
    List<TypedFilter> filters = new ArrayList<>();
    for (RecordQuery.Filter filter : query.filters()) {
      switch (filter.field()) {
        case RecordView.REGION -> regions.retainAll(regions(filter));
        case RecordView.ORGANISATION -> keepers.addAll(ids(filter));
        case RecordView.BATCH -> batch = Optional.of(id(filter, single(filter)));
        default -> filters.add(typed(filter));
      }
    }
    return new TypedQuery(regions, query.removed(), query.states(), keepers, batch, words, filters);
  }

  /** The order asked for: by a field that lists can be sorted by. */
  TypedQuery.Order order(RecordQuery query) {
    query
        .sort()
        .ifPresent(
            id -> {
              if (!field(id).sortable()) {
                throw Problem.of(
                    HttpStatus.BAD_REQUEST, "register-record.not-sortable", field(id).label());
              }
            });
    return new TypedQuery.Order(query.sort(), query.sort().isPresent() && query.descending());
  }

  /** A field that the account may know of. */
  Field field(String id) {
    return definition
        .findField(id)
        .filter(field -> reach.sees(definition, field.id()))
        .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "register-record.unknown-field", id));
  }

  private static Set<RegionCode> regions(RecordQuery.Filter filter) {
    Set<RegionCode> regions = new HashSet<>();
    for (String value : only(filter, RecordQuery.Operator.IS, RecordQuery.Operator.IN)) {
      if (!RegionCode.isOne(value)) {
        throw unfit(filter, value);
      }
      regions.add(new RegionCode(value));
    }
    return regions;
  }

  private static List<UUID> ids(RecordQuery.Filter filter) {
    return only(filter, RecordQuery.Operator.IS, RecordQuery.Operator.IN).stream()
        .map(value -> id(filter, value))
        .toList();
  }

  private static List<String> only(RecordQuery.Filter filter, RecordQuery.Operator... allowed) {
    if (!List.of(allowed).contains(filter.operator())) {
      throw unfit(filter, filter.operator().word());
    }
    return values(filter);
  }

  private TypedFilter typed(RecordQuery.Filter filter) {
    Field field = field(filter.field());
    return new TypedFilter(
        field.id(),
        switch (filter.operator()) {
          case EMPTY -> new Test.Empty();
          case FILLED -> new Test.Filled();
          case IS, IN -> any(field, filter);
          case IS_NOT -> new Test.Not(any(field, filter));
          case CONTAINS -> contains(field, filter);
          case FROM -> from(field, filter);
          case TO -> to(field, filter);
        });
  }

  /** What kind of thing a field is asked for. */
  private enum Asked {
    WORDS,
    NUMBER,
    DAY,
    FLAG,
    ID
  }

  private static Asked asked(FieldType type) {
    return switch (type) {
      case FieldType.Figure figure -> Asked.NUMBER;
      case FieldType.Quantity quantity -> Asked.NUMBER;
      case FieldType.Date date -> Asked.DAY;
      case FieldType.Period period -> Asked.DAY;
      case FieldType.Flag flag -> Asked.FLAG;
      case FieldType.OfOrganisation organisation -> Asked.ID;
      case FieldType.Link link -> Asked.ID;
      case FieldType.Evidence evidence -> Asked.ID;
      case FieldType.Computed computed ->
          switch (computed.result()) {
            case TEXT -> Asked.WORDS;
            case NUMBER -> Asked.NUMBER;
            case DATE -> Asked.DAY;
            case FLAG -> Asked.FLAG;
          };
      case FieldType.Text text -> Asked.WORDS;
      case FieldType.LongText text -> Asked.WORDS;
      case FieldType.Code code -> Asked.WORDS;
      case FieldType.OfRegion region -> Asked.WORDS;
      case FieldType.Post post -> Asked.WORDS;
      case FieldType.CreditCode code -> Asked.WORDS;
      case FieldType.EstateUnit unit -> Asked.WORDS;
      case FieldType.ParcelCode code -> Asked.WORDS;
      case FieldType.DisclosureMark mark -> Asked.WORDS;
    };
  }

  private static Test any(Field field, RecordQuery.Filter filter) {
    List<String> values = values(filter);
    return switch (asked(field.type())) {
      case WORDS -> new Test.IsWords(values);
      case NUMBER -> new Test.IsNumber(values.stream().map(v -> number(filter, v)).toList());
      case DAY -> new Test.IsDay(values.stream().map(v -> day(filter, v)).toList());
      case FLAG -> new Test.IsFlag(flag(filter, values));
      case ID -> new Test.IsId(values.stream().map(v -> id(filter, v)).toList());
    };
  }

  private static Test contains(Field field, RecordQuery.Filter filter) {
    if (asked(field.type()) != Asked.WORDS) {
      throw unfit(filter, filter.operator().word());
    }
    return new Test.Contains(single(filter));
  }

  private static Test from(Field field, RecordQuery.Filter filter) {
    return switch (asked(field.type())) {
      case NUMBER -> new Test.NumberFrom(number(filter, single(filter)));
      case DAY -> new Test.DayFrom(day(filter, single(filter)));
      case WORDS, FLAG, ID -> throw unfit(filter, filter.operator().word());
    };
  }

  private static Test to(Field field, RecordQuery.Filter filter) {
    return switch (asked(field.type())) {
      case NUMBER -> new Test.NumberTo(number(filter, single(filter)));
      case DAY -> new Test.DayTo(day(filter, single(filter)));
      case WORDS, FLAG, ID -> throw unfit(filter, filter.operator().word());
    };
  }

  private static List<String> values(RecordQuery.Filter filter) {
    if (filter.values().isEmpty() || filter.values().size() > MOST_VALUES) {
      throw unfit(filter, String.join(",", filter.values()));
    }
    return filter.values();
  }

  private static String single(RecordQuery.Filter filter) {
    if (filter.values().size() != 1) {
      throw unfit(filter, String.join(",", filter.values()));
    }
    return filter.values().getFirst();
  }

  private static boolean flag(RecordQuery.Filter filter, List<String> values) {
    if (values.size() != 1 || !List.of("true", "false").contains(values.getFirst())) {
      throw unfit(filter, String.join(",", values));
    }
    return Boolean.parseBoolean(values.getFirst());
  }

  private static BigDecimal number(RecordQuery.Filter filter, String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw unfit(filter, value);
    }
    return new BigDecimal(value);
  }

  private static LocalDate day(RecordQuery.Filter filter, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw unfit(filter, value);
    }
  }

  private static UUID id(RecordQuery.Filter filter, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw unfit(filter, value);
    }
  }

  private static Problem unfit(RecordQuery.Filter filter, String value) {
    return Problem.of(HttpStatus.BAD_REQUEST, "register-record.bad-filter", filter.field(), value);
  }
}
