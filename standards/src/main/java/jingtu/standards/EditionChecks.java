package jingtu.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.standards.TableRef.Meaning;
import jingtu.vocabulary.Medium;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Unit.Dimension;

/** What must hold between the thresholds of one edition. */
final class EditionChecks {

  private EditionChecks() {}

  static List<FaultyEntry> of(Medium medium, List<Threshold> thresholds) {
    List<FaultyEntry> faults = new ArrayList<>();
    List<Threshold> before = new ArrayList<>();
    for (Threshold threshold : thresholds) {
      if (!isOf(threshold.unit(), medium)) {
        faults.add(wrongUnit(threshold, medium));
        continue;
      }
      before.stream()
          .filter(other -> other.analyte().equals(threshold.analyte()))
          .flatMap(other -> against(other, threshold).stream())
          .forEach(faults::add);
      before.add(threshold);
    }
    return faults;
  }

  /** Soil and food have contents in mass; waters have all but these. */
  private static boolean isOf(Unit unit, Medium medium) {
    boolean massFraction = unit.dimension() == Dimension.MASS_FRACTION;
    return switch (medium) {
      case SOIL, FOOD -> massFraction;
      case IRRIGATION_WATER, GROUNDWATER -> !massFraction;
    };
  }

  private static FaultyEntry wrongUnit(Threshold threshold, Medium medium) {
    return new FaultyEntry(
        threshold.print().line(),
        Message.of("standards.unit-not-of-medium", threshold.unit(), medium),
        Message.of("standards.use-a-unit-of-the-medium"));
  }

  private static Optional<FaultyEntry> against(Threshold before, Threshold threshold) {
    if (before.table().meaning() != threshold.table().meaning()) {
      return controlBelowScreening(before, threshold)
          .or(() -> controlBelowScreening(threshold, before));
    }
    boolean sameConditions =
        before.landUse().equals(threshold.landUse())
            && before.category().equals(threshold.category())
            && before.condition().equals(threshold.condition());
    if (!sameConditions || !bandsMeet(before, threshold)) {
      return Optional.empty();
    }
    return Optional.of(
        new FaultyEntry(
            threshold.print().line(),
            Message.of(
                before.band().equals(threshold.band())
                    ? "standards.duplicate"
                    : "standards.overlapping",
                threshold.analyte(),
                before.print().line()),
            Message.of("standards.keep-one")));
  }

  private static Optional<FaultyEntry> controlBelowScreening(
      Threshold screening, Threshold control) {
    if (screening.table().meaning() != Meaning.SCREENING
        || control.table().meaning() != Meaning.CONTROL
        || !screening.unit().convertsTo(control.unit())
        || !landMeets(screening, control)
        || !bandsMeet(screening, control)
        || !(screening.bound() instanceof Bound.AtMost low)
        || !(control.bound() instanceof Bound.AtMost high)) {
      return Optional.empty();
    }
    Quantity screens = new Quantity(low.value(), screening.unit());
    Quantity controls = new Quantity(high.value(), control.unit());
    return controls.compareTo(screens) >= 0
        ? Optional.empty()
        : Optional.of(
            new FaultyEntry(
                control.print().line(),
                Message.of(
                    "standards.control-below-screening", control.analyte(), controls, screens),
                Message.of("standards.compare-with-the-page")));
  }

  private static boolean landMeets(Threshold one, Threshold other) {
    return one.landUse().isEmpty()
        || other.landUse().isEmpty()
        || one.landUse().equals(other.landUse());
  }

  private static boolean bandsMeet(Threshold one, Threshold other) {
    return one.band().isEmpty()
        || other.band().isEmpty()
        || one.band().get().overlaps(other.band().get());
  }
}
