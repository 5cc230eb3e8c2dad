package jingtu.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.standards.Bound;
import jingtu.standards.Threshold;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Unit;

/**
 * The values of one analyte by {@link ColumnKeys key}, in mg/kg.
 *
 * @param screening the screening value of a key that is plain; infinite for others
 * @param control the control value of a key that is plain; infinite where there is none
 * @param pairs all pairs of screening and control value that may apply to a key: {@code s₀, c₀, s₁,
 *     c₁ …}; {@code NaN} for a screening value that is not there, infinite for a control value
 * @param withoutPh whether a key lacks the pH that its values depend on
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnTable(double[] screening, double[] control, double[][] pairs, boolean[] withoutPh) {

  static final Unit MG_PER_KG = new Unit("mg/kg", Unit.Dimension.MASS_FRACTION, -6);

  static ColumnTable of(AnalyteTable table, ColumnKeys keys) {
    int count = keys.count();
    double[] screening = new double[count];
    double[] control = new double[count];
    double[][] pairs = new double[count][];
    boolean[] withoutPh = new boolean[count];
    for (int key = 0; key < count; key++) {
      pairs[key] = pairs(table, keys.ph(key), keys.landUse(key));
      withoutPh[key] = keys.ph(key).isEmpty() && table.phOfEachBand().size() > 1;
      boolean plain = isPlain(pairs[key]);
      screening[key] = plain ? pairs[key][0] : Double.POSITIVE_INFINITY;
      control[key] = plain ? pairs[key][1] : Double.POSITIVE_INFINITY;
    }
    return new ColumnTable(screening, control, pairs, withoutPh);
  }

  private static double[] pairs(AnalyteTable table, Optional<Ph> ph, Optional<LandUse> landUse) {
    if (!landUse.map(table::covers).orElse(true)) {
      return new double[] {Double.NaN, Double.POSITIVE_INFINITY};
    }
    List<Situation> situations = table.situations(ph, landUse, Optional.empty(), Set.of());
    double[] pairs = new double[2 * situations.size()];
    for (int i = 0; i < situations.size(); i++) {
      AnalyteTable.Applying applying = table.applying(situations.get(i));
      pairs[2 * i] = value(applying.screening(), Double.NaN);
      pairs[2 * i + 1] = value(applying.control(), Double.POSITIVE_INFINITY);
    }
    return pairs;
  }

  private static double value(Optional<Threshold> threshold, double absent) {
    return threshold.map(ColumnTable::mgPerKg).orElse(absent);
  }

  private static double mgPerKg(Threshold threshold) {
    return switch (threshold.bound()) {
      case Bound.AtMost(BigDecimal most) ->
          new Quantity(most, threshold.unit()).to(MG_PER_KG).value().doubleValue();
      case Bound.Within within -> throw new ColumnJudge.UnsuitableEdition(threshold);
      case Bound.NotDetectable undetected -> throw new ColumnJudge.UnsuitableEdition(threshold);
    };
  }

  private static boolean isPlain(double[] pairs) {
    return pairs.length == 2 && !Double.isNaN(pairs[0]);
  }

  /** Whether one screening value applies to a key, and the analyte is thus judged by comparing. */
  boolean isPlain(int key) {
    return isPlain(pairs[key]);
  }

  /** What a content comes to where it is not plain: what all pairs agree in, if its pH is known. */
  Outcome judge(int key, double content) {
    double[] of = pairs[key];
    Outcome first = judge(content, of[0], of[1]);
    for (int i = 2; i < of.length; i += 2) {
      if (judge(content, of[i], of[i + 1]) != first) {
        return Outcome.UNDECIDED;
      }
    }
    return withoutPh[key] && first != Outcome.NO_THRESHOLD ? Outcome.UNDECIDED : first;
  }

  private static Outcome judge(double content, double screening, double control) {
    if (content > control) {
      return Outcome.ABOVE_CONTROL;
    }
    if (Double.isNaN(screening)) {
      return Outcome.NO_THRESHOLD;
    }
    if (Math.abs(content) <= screening) {
      return Outcome.AT_OR_BELOW_SCREENING;
    }
    return content < 0 ? Outcome.UNDECIDED : Outcome.ABOVE_SCREENING;
  }

  /** Content by the lowest screening value that may apply; {@code NaN} where none does. */
  double ratio(int key, double content) {
    double[] of = pairs[key];
    double lowest = Double.NaN;
    for (int i = 0; i < of.length; i += 2) {
      lowest = lowest <= of[i] ? lowest : of[i];
    }
    return content / lowest;
  }
}
