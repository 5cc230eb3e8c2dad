package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.assessment.samples.ContentUnit.InDoubt;
import jingtu.assessment.samples.ContentUnit.Known;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.standards.Edition;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Plausibility;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Unit.Dimension;
import jingtu.vocabulary.Units;

/**
 * Decides in which unit a column's numbers are, and tells where that is in doubt.
 *
 * <p>What was stated counts, unless it is of the wrong kind. Without a statement the standard's
 * unit is taken if the column's median is what is usual in the medium; where a factor of a thousand
 * would make it so, the unit is said that it looks like.
 */
final class ContentUnits {

  private static final int[] THOUSANDS = {3, -3, 6, -6};

  private final Edition edition;
  private final Map<String, Unit> given;
  private final Map<String, Unit> ofStandard;
  private final Plausibility plausibility = Plausibility.shipped();

  ContentUnits(Edition edition, Map<String, Unit> given) {
    this.edition = edition;
    this.given = given;
    this.ofStandard =
        edition.thresholds().stream()
            .collect(
                Collectors.toMap(it -> it.analyte().symbol(), Threshold::unit, (one, two) -> one));
  }

  /** The unit in which the standard speaks of an analyte, or of its medium where it does not. */
  Unit expected(Analyte analyte) {
    Unit usual =
        switch (edition.medium()) {
          case SOIL, FOOD -> Units.shipped().get("mg/kg");
          case IRRIGATION_WATER, GROUNDWATER -> Units.shipped().get("mg/L");
        };
    return ofStandard.getOrDefault(analyte.symbol(), usual);
  }

  /** Whether a unit may stand beside contents of an analyte. */
  boolean fits(Unit unit, Analyte analyte) {
    return unit.convertsTo(expected(analyte));
  }

  /** What is usual of an analyte, as a median of many samples. */
  Optional<Plausibility.Range> usual(Analyte analyte) {
    return plausibility.rangeOf(analyte, edition.medium());
  }

  /**
   * The unit of the numbers under a heading.
   *
   * @param at the cell to be marked
   */
  ContentUnit decide(
      Analyte analyte,
      Heading heading,
      ContentProfile profile,
      CellAddress at,
      Consumer<CellFinding> findings) {
    Optional<Unit> said = Optional.ofNullable(given.get(analyte.symbol()));
    if (said.isPresent()) {
      return new Known(said.get(), false);
    }
    if (heading.unknownUnit().isPresent()) {
      return unknown(analyte, heading.unknownUnit().get(), at, findings);
    }
    return heading
        .unit()
        .map(unit -> stated(analyte, unit, profile, at, findings))
        .orElseGet(() -> unstated(analyte, heading, profile, at, findings));
  }

  private ContentUnit unknown(
      Analyte analyte, String written, CellAddress at, Consumer<CellFinding> findings) {
    Message problem = Message.of("samples.unknown-unit", written);
    findings.accept(
        new CellFinding(at, problem, Message.of("samples.write-unit", expected(analyte))));
    return new InDoubt(written, Message.of("samples.held-unknown-unit", written));
  }

  private ContentUnit stated(
      Analyte analyte,
      Unit unit,
      ContentProfile profile,
      CellAddress at,
      Consumer<CellFinding> findings) {
    if (!fits(unit, analyte)) {
      return wrongKind(analyte, unit, at, findings);
    }
    Optional<Unit> like = looksLike(analyte, unit, profile);
    if (like.isEmpty()) {
      return new Known(unit, false);
    }
    findings.accept(offByThousands(analyte, unit, like.get(), profile, at));
    return like.get().power() < unit.power()
        ? new Known(unit, false)
        : new InDoubt(unit.symbol(), Message.of("samples.held-too-low", unit, names(like.get())));
  }

  /** A unit of another kind, such as one of water over a column of soil. */
  ContentUnit wrongKind(
      Analyte analyte, Unit unit, CellAddress at, Consumer<CellFinding> findings) {
    findings.accept(
        new CellFinding(
            at,
            Message.of("samples.wrong-kind-of-unit", unit, analyte, expected(analyte)),
            Message.of("samples.write-unit", expected(analyte))));
    return new InDoubt(
        unit.symbol(), Message.of("samples.held-wrong-kind", unit, expected(analyte)));
  }

  private CellFinding offByThousands(
      Analyte analyte, Unit unit, Unit like, ContentProfile profile, CellAddress at) {
    String median = rounded(profile.median());
    return new CellFinding(
        at,
        Message.of("samples.column-off", analyte, median, unit, names(like)),
        Message.of("samples.state-unit", analyte, typed(like), typed(unit)));
  }

  private ContentUnit unstated(
      Analyte analyte,
      Heading heading,
      ContentProfile profile,
      CellAddress at,
      Consumer<CellFinding> findings) {
    Unit expected = expected(analyte);
    if (!isMass(expected.dimension()) || isUsual(analyte, expected, profile)) {
      return new Known(expected, true);
    }
    Optional<Unit> like = looksLike(analyte, expected, profile);
    String over = heading.written();
    Message problem =
        like.map(
                unit ->
                    Message.of(
                        "samples.unit-missing-looks-like",
                        over,
                        names(unit),
                        rounded(profile.median()),
                        expected))
            .orElseGet(() -> Message.of("samples.unit-missing", over));
    Message why =
        like.map(unit -> Message.of("samples.held-looks-like", names(unit), expected))
            .orElseGet(() -> Message.of("samples.held-no-unit"));
    Message remedy =
        like.map(unit -> Message.of("samples.state-unit", analyte, typed(unit), typed(expected)))
            .orElseGet(() -> Message.of("samples.write-or-state-unit", analyte, typed(expected)));
    findings.accept(new CellFinding(at, problem, remedy));
    return new InDoubt("", why);
  }

  private static boolean isMass(Dimension dimension) {
    return switch (dimension) {
      case MASS_FRACTION, MASS_CONCENTRATION, COUNT_CONCENTRATION -> true;
      case TEMPERATURE, NUMBER, TURBIDITY, COLOUR, ACTIVITY_CONCENTRATION -> false;
    };
  }

  private boolean isUsual(Analyte analyte, Unit unit, ContentProfile profile) {
    return profile.count() > 0
        && usual(analyte)
            .filter(range -> range.contains(new Quantity(decimal(profile.median()), unit)))
            .isPresent();
  }

  /** The unit that makes an unusual median usual, off by a thousand or a million. */
  private Optional<Unit> looksLike(Analyte analyte, Unit unit, ContentProfile profile) {
    if (profile.count() == 0 || usual(analyte).isEmpty() || isUsual(analyte, unit, profile)) {
      return Optional.empty();
    }
    return IntStream.of(THOUSANDS)
        .mapToObj(power -> unitOf(unit.dimension(), unit.power() - power))
        .flatMap(Optional::stream)
        .filter(other -> isUsual(analyte, other, profile))
        .findFirst();
  }

  private static Optional<Unit> unitOf(Dimension dimension, int power) {
    return Units.shipped().list().stream()
        .filter(unit -> unit.dimension() == dimension && unit.power() == power)
        .findFirst();
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  /** Two digits, since a median is known to a tenth of a power of ten. */
  static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** With the other name that laboratories use for a billionth. */
  private static String names(Unit unit) {
    return unit.symbol().equals("µg/kg") ? "µg/kg = ng/g" : unit.symbol();
  }

  /** As it can be typed on any keyboard. */
  private static String typed(Unit unit) {
    return unit.symbol().replace('µ', 'u');
  }
}
