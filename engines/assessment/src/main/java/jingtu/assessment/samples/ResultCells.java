package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import jingtu.assessment.samples.ContentUnit.InDoubt;
import jingtu.assessment.samples.ContentUnit.Known;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.assessment.samples.SampleRow.SampleResult;
import jingtu.assessment.samples.SampleRow.Sound;
import jingtu.assessment.samples.Written.Amount;
import jingtu.assessment.samples.Written.Below;
import jingtu.assessment.samples.Written.NotDetected;
import jingtu.assessment.samples.Written.NotMeasured;
import jingtu.assessment.samples.Written.Unreadable;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;

/** Makes results out of cells, with the unit and the detection limit that stand elsewhere. */
final class ResultCells {

  /**
   * How many times the median of its column a content must be to be doubted, or the other way
   * round. A slip of a thousand in a column that itself spreads by a factor of two is found.
   */
  private static final double FAR = 500;

  /** Fewer contents have no median that one could be held against. */
  private static final int FEW = 10;

  private final WrittenResults results;
  private final ContentUnits units;
  private final Consumer<CellFinding> findings;

  ResultCells(WrittenResults results, ContentUnits units, Consumer<CellFinding> findings) {
    this.results = results;
    this.units = units;
    this.findings = findings;
  }

  /**
   * Where a cell stands.
   *
   * @param unit of numbers without one of their own
   * @param median of the bare numbers around it, 0 where there are too few to tell
   * @param limit the limit below which nothing is detected, where another cell tells it
   */
  record Surroundings(Analyte analyte, ContentUnit unit, double median, Optional<Limit> limit) {

    Surroundings(Analyte analyte, ContentUnit unit, ContentProfile profile) {
      this(analyte, unit, medianOf(profile), Optional.empty());
    }

    Surroundings with(Limit other) {
      return new Surroundings(analyte, unit, median, Optional.of(other));
    }

    static double medianOf(ContentProfile profile) {
      return profile.count() < FEW ? 0 : profile.median();
    }
  }

  /** A limit that stands in a cell of its own, in the unit of the result unless it states one. */
  record Limit(BigDecimal value, Optional<Unit> unit, boolean ofQuantification) {}

  /** The limit in a cell; empty where there is none, told where it cannot be read. */
  Optional<Limit> limit(Cell cell, boolean ofQuantification) {
    return switch (results.read(cell)) {
      case Amount(BigDecimal value, Optional<Unit> unit) ->
          Optional.of(new Limit(value, unit, ofQuantification));
      case Below(BigDecimal value, Optional<Unit> unit, boolean quantification, String qualifier) ->
          Optional.of(new Limit(value, unit, quantification || ofQuantification));
      case NotDetected none -> Optional.empty();
      case NotMeasured none -> Optional.empty();
      case Unreadable(Message problem, Message remedy) -> {
        findings.accept(new CellFinding(cell.address(), problem, remedy));
        yield Optional.empty();
      }
    };
  }

  /** The result in a cell; empty where nothing was measured or it cannot be read, which is told. */
  Optional<SampleResult> read(Cell cell, Surroundings around) {
    if (cell.shownAsPercent()) {
      tell(
          cell,
          Message.of("samples.percent", cell.text(), percent(cell)),
          Message.of("samples.no-percent"));
      return Optional.empty();
    }
    return switch (results.read(cell)) {
      case NotMeasured none -> Optional.empty();
      case Unreadable(Message problem, Message remedy) -> {
        tell(cell, problem, remedy);
        yield Optional.empty();
      }
      case Amount(BigDecimal value, Optional<Unit> own) -> measured(cell, value, own, around);
      case Below below -> below(cell, below, around);
      case NotDetected(boolean ofQuantification, String qualifier) ->
          notDetected(cell, qualifier, around);
    };
  }

  private static String percent(Cell cell) {
    return new BigDecimal(cell.text()).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private Optional<SampleResult> measured(
      Cell cell, BigDecimal value, Optional<Unit> own, Surroundings around) {
    Optional<Unit> unit = unitOf(cell, own, around);
    if (unit.isEmpty()) {
      return held(value.toPlainString(), "", own, around);
    }
    Quantity content = new Quantity(value, unit.get());
    Optional<Limit> limit = around.limit().filter(it -> isBelow(content, it, unit.get()));
    if (limit.isPresent()) {
      Quantity of = quantity(limit.get(), unit.get());
      tell(
          cell,
          Message.of("samples.below-own-limit", content, of),
          Message.of("samples.write-below", of.value().toPlainString()));
      return readable(around, belowLimit(of, limit.get().ofQuantification()), "<");
    }
    if (own.isEmpty() && isFar(value, around)) {
      return far(cell, content, around);
    }
    return readable(around, new Result.Measured(content), "");
  }

  private static boolean isBelow(Quantity content, Limit limit, Unit unit) {
    Quantity of = quantity(limit, unit);
    return of.unit().convertsTo(unit) && content.compareTo(of) < 0;
  }

  private static Quantity quantity(Limit limit, Unit unit) {
    return new Quantity(limit.value(), limit.unit().orElse(unit));
  }

  private boolean isFar(BigDecimal value, Surroundings around) {
    if (around.median() == 0 || value.signum() == 0 || units.usual(around.analyte()).isEmpty()) {
      return false;
    }
    double ratio = value.doubleValue() / around.median();
    return ratio >= FAR || ratio <= 1 / FAR;
  }

  /** Too high is judged as written, since it may be true; too low is not. */
  private Optional<SampleResult> far(Cell cell, Quantity content, Surroundings around) {
    String median = ContentUnits.rounded(around.median());
    boolean high = content.value().doubleValue() > around.median();
    tell(
        cell,
        Message.of(
            high ? "samples.far-above" : "samples.far-below",
            content,
            median + " " + content.unit()),
        Message.of("samples.check-unit", content.unit()));
    if (high) {
      return readable(around, new Result.Measured(content), "");
    }
    Message why = Message.of("samples.held-far-below", median + " " + content.unit());
    return Optional.of(
        new Held(
            around.analyte(), content.value().toPlainString(), "", content.unit().symbol(), why));
  }

  private Optional<SampleResult> below(Cell cell, Below below, Surroundings around) {
    Optional<Unit> unit = unitOf(cell, below.unit(), around);
    if (unit.isEmpty()) {
      return held(below.limit().toPlainString(), below.qualifier(), below.unit(), around);
    }
    Quantity limit = new Quantity(below.limit(), unit.get());
    return readable(around, belowLimit(limit, below.ofQuantification()), below.qualifier());
  }

  private Optional<SampleResult> notDetected(Cell cell, String qualifier, Surroundings around) {
    if (around.limit().isEmpty()) {
      tell(cell, Message.of("samples.no-limit", qualifier), Message.of("samples.write-limit"));
      return readable(around, new Result.NotDetected(), qualifier);
    }
    Limit limit = around.limit().get();
    Optional<Unit> unit = unitOf(cell, limit.unit(), around);
    return unit.isEmpty()
        ? held(limit.value().toPlainString(), qualifier, limit.unit(), around)
        : readable(
            around, belowLimit(quantity(limit, unit.get()), limit.ofQuantification()), qualifier);
  }

  private static Result belowLimit(Quantity limit, boolean ofQuantification) {
    return ofQuantification
        ? new Result.BelowQuantification(limit)
        : new Result.BelowDetection(limit);
  }

  /** The cell's own unit, else that of its column; empty where it is in doubt. */
  private Optional<Unit> unitOf(Cell cell, Optional<Unit> own, Surroundings around) {
    if (own.isPresent()) {
      if (units.fits(own.get(), around.analyte())) {
        return own;
      }
      units.wrongKind(around.analyte(), own.get(), cell.address(), findings);
      return Optional.empty();
    }
    return switch (around.unit()) {
      case Known(Unit unit, boolean assumed) -> Optional.of(unit);
      case InDoubt doubt -> Optional.empty();
    };
  }

  private Optional<SampleResult> held(
      String value, String qualifier, Optional<Unit> own, Surroundings around) {
    if (own.isPresent()) {
      Message why =
          Message.of("samples.held-wrong-kind", own.get(), units.expected(around.analyte()));
      return Optional.of(new Held(around.analyte(), value, qualifier, own.get().symbol(), why));
    }
    return switch (around.unit()) {
      case InDoubt(String written, Message why) ->
          Optional.of(new Held(around.analyte(), value, qualifier, written, why));
      case Known known -> throw new IllegalStateException("a known unit holds nothing back");
    };
  }

  private static Optional<SampleResult> readable(
      Surroundings around, Result result, String qualifier) {
    return Optional.of(new Sound(new Reading(around.analyte(), result, qualifier)));
  }

  private void tell(Cell cell, Message problem, Message remedy) {
    findings.accept(new CellFinding(cell.address(), problem, remedy));
  }
}
