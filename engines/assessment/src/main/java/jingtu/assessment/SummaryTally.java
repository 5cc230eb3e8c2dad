package jingtu.assessment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;

/** What is kept of the assessments of one analyte in one group. */
final class SummaryTally {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final NonDetects rule;
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final MedianTally ranks = new MedianTally();
  private Optional<Unit> unit = Optional.empty();
  private long count;
  private long nonDetects;
  private long otherUnit;

  private long numbers;
  private double mean;
  private double squares;
  private Optional<BigDecimal> least = Optional.empty();
  private Optional<BigDecimal> greatest = Optional.empty();
  private Optional<BigDecimal> leastLimit = Optional.empty();
  private Optional<BigDecimal> greatestLimit = Optional.empty();

  SummaryTally(NonDetects rule) {
    this.rule = rule;
  }

  void add(Assessment assessment) {
    count++;
    outcomes.merge(assessment.outcome(), 1L, Long::sum);
    boolean measured = assessment.reading().result() instanceof Result.Measured;
    if (!measured) {
      nonDetects++;
    }
    assessment.value().ifPresent(value -> add(value, measured));
  }

  private void add(Quantity value, boolean measured) {
    Unit own = unit.orElseGet(value::unit);
    unit = Optional.of(own);
    if (!value.unit().convertsTo(own)) {
      otherUnit++;
      return;
    }
    BigDecimal number = value.to(own).value();
    if (measured) {
      addNumber(number);
    } else if (rule == NonDetects.HALF_LIMIT) {
      addNumber(number.multiply(HALF));
    } else {
      addLimit(number);
    }
  }

  /** Mean and squares after Welford (1962), which loses no digits to large sums. */
  private void addNumber(BigDecimal number) {
    double value = number.doubleValue();
    numbers++;
    double step = value - mean;
    mean += step / numbers;
    squares += step * (value - mean);
    least = Optional.of(least.map(number::min).orElse(number));
    greatest = Optional.of(greatest.map(number::max).orElse(number));
    ranks.add(value, false);
  }

  private void addLimit(BigDecimal limit) {
    leastLimit = Optional.of(leastLimit.map(limit::min).orElse(limit));
    greatestLimit = Optional.of(greatestLimit.map(limit::max).orElse(limit));
    ranks.add(limit.doubleValue(), true);
  }

  SummaryLine line(String group, Analyte analyte) {
    return new SummaryLine(
        group,
        analyte,
        unit,
        rule,
        count,
        nonDetects,
        otherUnit,
        min(),
        ranks.median(),
        numbers == 0 ? Optional.empty() : Optional.of(Figure.of(mean)),
        max(),
        numbers < 2 ? Optional.empty() : Optional.of(Figure.of(Math.sqrt(squares / (numbers - 1)))),
        outcomes);
  }

  private Optional<Figure> min() {
    return leastLimit
        .filter(limit -> least.map(number -> limit.compareTo(number) <= 0).orElse(true))
        .map(limit -> new Figure(limit, true, false))
        .or(() -> least.map(number -> new Figure(number, false, false)));
  }

  private Optional<Figure> max() {
    return greatest
        .map(number -> new Figure(number, false, false))
        .or(() -> greatestLimit.map(limit -> new Figure(limit, true, false)));
  }
}
