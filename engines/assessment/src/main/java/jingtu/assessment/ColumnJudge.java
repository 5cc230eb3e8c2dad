package jingtu.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jingtu.standards.Edition;
import jingtu.standards.TableRef.Meaning;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Ph;

/**
 * Judges soil samples in columns, with the same outcomes as {@link Judge} under {@link
 * Rules#USUAL}. Not for use by several threads at once.
 *
 * <p>Contents and thresholds are the doubles nearest to their decimals. Two decimals of up to
 * fifteen significant digits keep their order as doubles, and equal ones stay equal, so that
 * comparing them is exact.
 *
 * <p>Rows are taken in blocks that fit into the processor's cache, and compared without branches
 * where all is known of them that the standard asks for and all was measured. There {@code x/s > 1}
 * exactly where {@code x > s}: the quotient of a greater by a smaller double never rounds to 1. The
 * remaining rows are judged one by one.
 */
public final class ColumnJudge {

  private static final int BLOCK = 1024;

  private static final byte AT_OR_BELOW = ColumnOutcomes.code(Outcome.AT_OR_BELOW_SCREENING);
  private static final byte ABOVE_SCREENING = ColumnOutcomes.code(Outcome.ABOVE_SCREENING);
  private static final byte ABOVE_CONTROL = ColumnOutcomes.code(Outcome.ABOVE_CONTROL);
  private static final byte NO_THRESHOLD = ColumnOutcomes.code(Outcome.NO_THRESHOLD);

  private final ColumnKeys keys;

  /**
   * The columns that the edition speaks of: {@code tables[i]} belongs to column {@code covered[i]}.
   */
  private final int[] covered;

  private final ColumnTable[] tables;
  private final boolean[] plain;

  private final List<ColumnGroup> groups = new ArrayList<>();

  private final int[] key = new int[BLOCK];
  private final ColumnGroup.Standing standing = new ColumnGroup.Standing(BLOCK);

  private ColumnJudge(ColumnKeys keys, int[] covered, ColumnTable[] tables) {
    this.keys = keys;
    this.covered = covered;
    this.tables = tables;
    this.plain = new boolean[keys.count()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = isPlain(i);
    }
    for (int i = 0; i < covered.length; i += ColumnGroup.SIZE) {
      groups.add(ColumnGroup.of(covered, tables, i, keys.count()));
    }
  }

  private boolean isPlain(int oneKey) {
    boolean all = covered.length > 0;
    for (ColumnTable table : tables) {
      all &= table.isPlain(oneKey);
    }
    return all;
  }

  /**
   * A judge of columns in the order of some analytes.
   *
   * @throws UnsuitableEdition where the edition has limits, or values that depend on more than pH
   *     and land use
   */
  public static ColumnJudge of(Edition edition, List<Analyte> analytes) {
    List<AnalyteTable> tables = new ArrayList<>();
    List<Integer> covered = new ArrayList<>();
    for (int i = 0; i < analytes.size(); i++) {
      List<Threshold> own = thresholds(edition, analytes.get(i));
      if (!own.isEmpty()) {
        covered.add(i);
        tables.add(new AnalyteTable(edition, own));
      }
    }
    Set<Ph> bounds = new TreeSet<>();
    tables.forEach(table -> bounds.addAll(table.phOfEachBand()));
    ColumnKeys keys = new ColumnKeys(List.copyOf(bounds));
    return new ColumnJudge(
        keys,
        covered.stream().mapToInt(Integer::intValue).toArray(),
        tables.stream().map(table -> ColumnTable.of(table, keys)).toArray(ColumnTable[]::new));
  }

  private static List<Threshold> thresholds(Edition edition, Analyte analyte) {
    List<Threshold> own =
        edition.thresholds().stream().filter(it -> it.analyte().equals(analyte)).toList();
    own.stream()
        .filter(ColumnJudge::isUnsuitable)
        .findFirst()
        .ifPresent(
            it -> {
              throw new UnsuitableEdition(it);
            });
    return own;
  }

  private static boolean isUnsuitable(Threshold threshold) {
    return threshold.table().meaning() == Meaning.LIMIT
        || threshold.category().isPresent()
        || threshold.condition().isPresent()
        || !threshold.unit().convertsTo(ColumnTable.MG_PER_KG);
  }

  /** Judges all rows. */
  public ColumnOutcomes judge(SoilColumns columns) {
    ColumnOutcomes outcomes = ColumnOutcomes.ofRows(columns.rows());
    judge(columns, outcomes);
    return outcomes;
  }

  /** Judges all rows into columns that are there already. */
  public void judge(SoilColumns columns, ColumnOutcomes outcomes) {
    for (int first = 0; first < columns.rows(); first += BLOCK) {
      judgeBlock(columns, first, Math.min(BLOCK, columns.rows() - first), outcomes);
    }
  }

  private void judgeBlock(SoilColumns columns, int first, int count, ColumnOutcomes outcomes) {
    keys.write(columns, first, count, key);
    standing.reset();
    for (ColumnGroup group : groups) {
      group.compare(columns, first, count, key, standing);
    }
    for (int i = 0; i < count && !groups.isEmpty(); i++) {
      outcomes.outcome()[first + i] = outcome(standing.above()[i], standing.largest()[i]);
      outcomes.worstAnalyte()[first + i] = (byte) covered[standing.worst()[i]];
      outcomes.largestRatio()[first + i] = standing.largest()[i];
    }
    for (int i = 0; i < count; i++) {
      if (!plain[key[i]] || standing.isOdd(i)) {
        judgeRow(columns, first + i, key[i], outcomes);
      }
    }
  }

  private static byte outcome(int aboveControl, double largestRatio) {
    byte unlessControl = largestRatio > 1 ? ABOVE_SCREENING : AT_OR_BELOW;
    return aboveControl != 0 ? ABOVE_CONTROL : unlessControl;
  }

  /** A row of which something is missing, not detected, or not known. */
  private void judgeRow(SoilColumns columns, int row, int oneKey, ColumnOutcomes outcomes) {
    byte outcome = NO_THRESHOLD;
    byte worst = ColumnOutcomes.NONE;
    double ratio = 0;
    for (int i = 0; i < covered.length; i++) {
      double content = columns.contentMgPerKg().get(covered[i])[row];
      if (Double.isNaN(content)) {
        continue;
      }
      outcome = (byte) Math.max(outcome, ColumnOutcomes.code(tables[i].judge(oneKey, content)));
      double own = tables[i].ratio(oneKey, content);
      if (own > ratio || (own == 0 && worst == ColumnOutcomes.NONE)) {
        ratio = own;
        worst = (byte) covered[i];
      }
    }
    outcomes.outcome()[row] = outcome;
    outcomes.worstAnalyte()[row] = worst;
    outcomes.largestRatio()[row] = ratio;
  }

  /**
   * An edition was to judge columns that asks for more than columns tell: a defect of the caller.
   */
  public static final class UnsuitableEdition extends RuntimeException {
    UnsuitableEdition(Threshold threshold) {
      super(
          "columns have contents in mg/kg, pH and land use only; "
              + threshold.analyte()
              + " of table "
              + threshold.table().table()
              + " needs more");
    }
  }
}
