package jingtu.sheets.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Parsed;
import jingtu.vocabulary.RealEstateUnitNumber;
import jingtu.vocabulary.UnifiedCreditCode;

/**
 * Finds what the values of a column are: the first shape that most of them fit. Where the heading
 * says what they are, half is enough. What does not fit becomes a doubt at its cell.
 */
final class ShapeFinder {

  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_CHOICE = 20;
  private static final int MOST_CHOICES = 30;
  private static final int FEWEST_CHOSEN = 6;

  /** A value of a list returns, on average, at least so often. */
  private static final int RETURNS = 3;

  /** Share of the values that must fit a shape, and under a heading that names it. */
  private static final double MOST = 0.8;

  private static final double HALF = 0.5;

  /** Values that are looked at before all are. */
  private static final int SAMPLE = 100;

  private static final int DIGITS_OF_A_NUMBER = 15;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern FIRST_MONTH_OR_TENTH = Pattern.compile("\\d{4}\\.1");

  private final Heading heading;
  private final List<LedgerCell> written;
  private final List<LedgerCell> values;

  /**
   * A shape with its values.
   *
   * @param values those that count as filled
   */
  record Found(ShapeOfColumn shape, List<LedgerCell> values, List<CellFinding> doubts) {}

  /** Whether a value fits a shape, and what is doubtful of it. */
  private record Fit(boolean fits, Optional<CellFinding> doubt) {
    static final Fit YES = new Fit(true, Optional.empty());

    static Fit yesBut(LedgerCell value, String key, Object... arguments) {
      return new Fit(true, Optional.of(Doubts.at(value.from(), key, arguments)));
    }

    static Fit no(LedgerCell value, String key) {
      return new Fit(false, Optional.of(Doubts.at(value.from(), key, value.written())));
    }
  }

  private ShapeFinder(Heading heading, List<LedgerCell> written) {
    this.heading = heading;
    this.written = written;
    this.values = written.stream().filter(it -> !ValueText.isBlank(it.written())).toList();
  }

  /** The shape of a column by what is written in it, marks of nothing included. */
  static Found find(Heading heading, List<LedgerCell> written) {
    ShapeFinder finder = new ShapeFinder(heading, written);
    return finder
        .codes()
        .or(finder::places)
        .or(finder::flags)
        .or(finder::days)
        .or(finder::phones)
        .or(finder::numbers)
        .orElseGet(finder::words);
  }

  private boolean named(Word name) {
    return name.isIn(heading.name());
  }

  private Optional<Found> codes() {
    return mostly(
            named(Word.CREDIT_CODE_NAME),
            new ShapeOfColumn.CreditCode(),
            value -> parsed(value, UnifiedCreditCode.parse(value.written())))
        .or(
            () ->
                mostly(
                    named(Word.ESTATE_UNIT_NAME),
                    new ShapeOfColumn.EstateUnit(),
                    value -> parsed(value, RealEstateUnitNumber.parse(value.written()))));
  }

  private static Fit parsed(LedgerCell value, Parsed<?> parsed) {
    return switch (parsed) {
      case Parsed.Understood<?> understood -> Fit.YES;
      case Parsed.Refused<?> refused ->
          new Fit(
              false,
              Optional.of(new CellFinding(value.from(), refused.problem(), refused.remedy())));
    };
  }

  private Optional<Found> places() {
    boolean both = named(Word.COORDINATES_NAME);
    if (!both && named(Word.LONGITUDE_NAME)) {
      return mostly(
          true,
          new ShapeOfColumn.Longitude(),
          test(text -> ValueText.longitude(text).isPresent(), "no-longitude"));
    }
    if (!both && named(Word.LATITUDE_NAME)) {
      return mostly(
          true,
          new ShapeOfColumn.Latitude(),
          test(text -> ValueText.latitude(text).isPresent(), "no-latitude"));
    }
    return mostly(
        both,
        new ShapeOfColumn.Coordinates(),
        test(text -> ValueText.point(text).isPresent(), "no-coordinates"));
  }

  private static Function<LedgerCell, Fit> test(Predicate<String> fits, String misfit) {
    return value -> fits.test(value.written()) ? Fit.YES : Fit.no(value, misfit);
  }

  /**
   * Yes and no, where {@code 无} may be a no: but not of a column that holds nothing else and does
   * not ask.
   */
  private Optional<Found> flags() {
    List<LedgerCell> answers =
        written.stream()
            .filter(
                it -> !ValueText.isBlank(it.written()) || ValueText.flag(it.written()).isPresent())
            .toList();
    boolean named = named(Word.FLAG_NAME);
    boolean answered = values.stream().anyMatch(it -> ValueText.flag(it.written()).isPresent());
    return named || answered
        ? mostly(
            answers,
            named,
            new ShapeOfColumn.Flag(),
            test(text -> ValueText.flag(text).isPresent(), "no-flag"))
        : Optional.empty();
  }

  private Optional<Found> days() {
    boolean named = named(Word.DAY_NAME);
    return mostly(named, new ShapeOfColumn.Day(), value -> day(value, named))
        .or(
            () ->
                mostly(named, new ShapeOfColumn.DayInWords(), value -> dayInWords(value, named))
                    .filter(found -> !found.values().isEmpty()));
  }

  private static Fit day(LedgerCell value, boolean named) {
    if (!named && DIGITS.matcher(value.written()).matches()) {
      return Fit.no(value, "no-day");
    }
    Optional<WrittenDay> day = ValueText.day(value.written());
    if (day.isEmpty()) {
      return Fit.no(value, "no-day");
    }
    return switch (day.get()) {
      case WrittenDay.On(var date, boolean shortYear) ->
          shortYear ? Fit.yesBut(value, "short-year", value.written(), date) : Fit.YES;
      case WrittenDay.InMonth month -> Fit.no(value, "month");
      case WrittenDay.InYear year -> Fit.no(value, "year");
      case WrittenDay.Open open -> Fit.no(value, "no-day");
      case WrittenDay.UntilNow now -> Fit.no(value, "no-day");
    };
  }

  /** Words keep whatever is written, so that nothing is a misfit but for finding the shape. */
  private static Fit dayInWords(LedgerCell value, boolean named) {
    boolean numberToo = !named && ValueText.number(value.written()).isPresent();
    if (numberToo || ValueText.day(value.written()).isEmpty()) {
      return new Fit(false, Optional.empty());
    }
    boolean lostZero =
        value.kind() == Cell.Kind.NUMBER && FIRST_MONTH_OR_TENTH.matcher(value.written()).matches();
    return lostZero ? Fit.yesBut(value, "lost-zero", value.written()) : Fit.YES;
  }

  private Optional<Found> phones() {
    boolean named = named(Word.PHONE_NAME);
    return mostly(
        named,
        new ShapeOfColumn.Phone(),
        test(named ? ValueText::isLocalPhone : ValueText::isPhone, "no-phone"));
  }

  private Optional<Found> numbers() {
    if (named(Word.CODE_NAME)) {
      return Optional.empty();
    }
    if (!heading.unit().isEmpty() && values.isEmpty()) {
      return Optional.of(new Found(measured(heading.unit()), values, List.of()));
    }
    boolean figures =
        likely(
            values,
            HALF,
            it -> new Fit(ValueText.number(it.written()).isPresent(), Optional.empty()));
    if (!figures) {
      return Optional.empty();
    }
    String unit = heading.unit().isEmpty() ? usualUnit() : heading.unit();
    return mostly(!heading.unit().isEmpty(), new ShapeOfColumn.Flag(), it -> number(it, unit))
        .map(found -> new Found(measured(unit), found.values(), found.doubts()));
  }

  /** The unit behind at least half of the numbers; empty where there is none. */
  private String usualUnit() {
    Map<String, Long> counts =
        figures().collect(Collectors.groupingBy(WrittenNumber::unit, Collectors.counting()));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .filter(unit -> !unit.getKey().isEmpty() && 2 * unit.getValue() >= all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private Stream<WrittenNumber> figures() {
    return values.stream().map(it -> ValueText.number(it.written())).flatMap(Optional::stream);
  }

  private static Fit number(LedgerCell value, String unit) {
    Optional<WrittenNumber> number = ValueText.number(value.written());
    if (number.isEmpty() || integerDigits(number.get().low()) > DIGITS_OF_A_NUMBER) {
      return Fit.no(value, "no-number");
    }
    if (!number.get().unit().isEmpty() && !number.get().unit().equals(unit)) {
      return new Fit(
          false, Optional.of(Doubts.at(value.from(), "other-unit", value.written(), unit)));
    }
    if (!number.get().single()) {
      return Fit.no(value, "range");
    }
    return number.get().about() ? Fit.yesBut(value, "about", value.written()) : Fit.YES;
  }

  /** A number of many digits before its point is a code. */
  private static int integerDigits(BigDecimal number) {
    return number.precision() - number.scale();
  }

  private ShapeOfColumn measured(String unit) {
    List<BigDecimal> numbers =
        figures()
            .filter(it -> it.single() && (it.unit().isEmpty() || it.unit().equals(unit)))
            .map(WrittenNumber::low)
            .toList();
    int decimals =
        numbers.stream()
            .mapToInt(it -> Math.max(0, it.stripTrailingZeros().scale()))
            .max()
            .orElse(0);
    Optional<BigDecimal> min = numbers.stream().min(Comparator.naturalOrder());
    Optional<BigDecimal> max = numbers.stream().max(Comparator.naturalOrder());
    return unit.isEmpty()
        ? new ShapeOfColumn.Figure(decimals, min, max)
        : new ShapeOfColumn.Quantity(unit, decimals, min, max);
  }

  private Found words() {
    Map<String, Long> counts =
        values.stream()
            .collect(
                Collectors.groupingBy(
                    LedgerCell::written, LinkedHashMap::new, Collectors.counting()));
    int longest =
        counts.keySet().stream()
            .mapToInt(text -> text.codePointCount(0, text.length()))
            .max()
            .orElse(0);
    boolean lines = counts.keySet().stream().anyMatch(text -> text.indexOf('\n') >= 0);
    boolean choice =
        values.size() >= FEWEST_CHOSEN
            && counts.size() <= MOST_CHOICES
            && counts.size() * RETURNS <= values.size()
            && longest <= LONGEST_CHOICE
            && !named(Word.FREE_NAME);
    return new Found(
        choice && !lines ? choice(counts) : plain(longest, lines), values, new ArrayList<>());
  }

  private static ShapeOfColumn choice(Map<String, Long> counts) {
    return new ShapeOfColumn.Choice(
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList());
  }

  private static ShapeOfColumn plain(int longest, boolean lines) {
    return lines || longest > LONGEST_LINE
        ? new ShapeOfColumn.LongWords(longest)
        : new ShapeOfColumn.Words(longest);
  }

  private Optional<Found> mostly(
      boolean named, ShapeOfColumn shape, Function<LedgerCell, Fit> judge) {
    return mostly(values, named, shape, judge);
  }

  /** The shape, where four in five values fit it, or half of them under a heading that names it. */
  private static Optional<Found> mostly(
      List<LedgerCell> values,
      boolean named,
      ShapeOfColumn shape,
      Function<LedgerCell, Fit> judge) {
    double least = named ? HALF : MOST;
    if (values.isEmpty() ? !named : !likely(values, least, judge)) {
      return Optional.empty();
    }
    List<Fit> fits = values.stream().map(judge).toList();
    if (fits.stream().filter(Fit::fits).count() < least * values.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            shape,
            values,
            fits.stream().map(Fit::doubt).flatMap(Optional::stream).distinct().toList()));
  }

  /** Whether enough of a few values from the whole length of the column fit to judge them all. */
  private static boolean likely(
      List<LedgerCell> values, double least, Function<LedgerCell, Fit> judge) {
    int step = Math.max(1, values.size() / SAMPLE);
    int judged = 0;
    int fitting = 0;
    for (int i = 0; i < values.size(); i += step) {
      judged++;
      fitting += judge.apply(values.get(i)).fits() ? 1 : 0;
    }
    return fitting >= least / 2 * judged;
  }
}
