package jingtu.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.assessment.ColumnJudge;
import jingtu.assessment.ColumnOutcomes;
import jingtu.assessment.Outcome;
import jingtu.assessment.SoilColumns;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.LandUse;

/**
 * Judges points of eight metals by GB 15618-2018 in columns, and prints times and a digest as the
 * peers of {@code assess/run.sh} do.
 *
 * <p>The file holds twelve little-endian doubles a point: x, y, land use (0 paddy, 1 other, 2
 * orchard), pH, Cd, Hg, As, Pb, Cr, Cu, Ni, Zn in mg/kg. Every round begins at another row, so that
 * no round sees the arrays of the one before.
 */
public final class JudgePoints {

  private static final int FIELDS = 12;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;
  private static final long STEP = 7919;
  private static final LandUse[] LAND_USES = {LandUse.PADDY, LandUse.OTHER, LandUse.ORCHARD};

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final double[] points;
  private final int rows;
  private final ColumnJudge judge;

  private JudgePoints(double[] points) {
    this.points = points;
    this.rows = points.length / FIELDS;
    Edition edition = Standards.shipped().find("GB 15618-2018").orElseThrow();
    List<Analyte> analytes =
        Stream.of("Cd", "Hg", "As", "Pb", "Cr", "Cu", "Ni", "Zn")
            .map(Analytes.shipped()::get)
            .toList();
    this.judge = ColumnJudge.of(edition, analytes);
  }

  /** The file of points is the only argument. */
  public static void main(String[] arguments) throws IOException {
    new JudgePoints(read(Path.of(arguments[0]))).run();
  }

  private static double[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      DoubleBuffer buffer =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, Files.size(file))
              .order(ByteOrder.LITTLE_ENDIAN)
              .asDoubleBuffer();
      double[] points = new double[buffer.remaining()];
      buffer.get(points);
      return points;
    }
  }

  private void run() {
    Round cold = round(0);
    IntStream.range(1, WARM_UP).forEach(this::round);
    List<Round> rounds = IntStream.range(0, ROUNDS).mapToObj(i -> round(WARM_UP + i)).toList();
    double[] cpu = rounds.stream().mapToDouble(Round::cpuSeconds).sorted().toArray();
    double wall = rounds.stream().mapToDouble(Round::wallSeconds).min().orElseThrow();
    Round last = rounds.getLast();
    System.out.printf(
        Locale.ROOT,
        "RESULT own_cpu=%.4f own_wall_min=%.4f c1=%d c2=%d c3=%d summi=%.6f cold_cpu=%.4f rounds=%s%n",
        cpu[ROUNDS / 2],
        wall,
        last.count(Outcome.AT_OR_BELOW_SCREENING),
        last.count(Outcome.ABOVE_SCREENING),
        last.count(Outcome.ABOVE_CONTROL),
        last.sum(),
        cold.cpuSeconds(),
        Arrays.stream(cpu).mapToObj("%.4f"::formatted).collect(Collectors.joining(",")));
  }

  private Round round(int number) {
    SoilColumns columns = columns((int) (number * STEP % rows));
    ColumnOutcomes outcomes = ColumnOutcomes.ofRows(rows);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    judge.judge(columns, outcomes);
    return new Round(
        (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9,
        (System.nanoTime() - wall) / 1e9,
        outcomes);
  }

  private record Round(double cpuSeconds, double wallSeconds, ColumnOutcomes outcomes) {

    long count(Outcome outcome) {
      return IntStream.range(0, outcomes.outcome().length)
          .filter(row -> outcomes.outcomeOf(row) == outcome)
          .count();
    }

    double sum() {
      return Arrays.stream(outcomes.largestRatio()).sum();
    }
  }

  /** The points as columns, beginning at a row. */
  private SoilColumns columns(int first) {
    byte[] landUse = new byte[rows];
    for (int i = 0; i < rows; i++) {
      landUse[i] = SoilColumns.code(LAND_USES[(int) points[at(first, i) + 2]]);
    }
    return new SoilColumns(
        column(first, 3),
        landUse,
        IntStream.range(4, FIELDS).mapToObj(field -> column(first, field)).toList());
  }

  private double[] column(int first, int field) {
    double[] column = new double[rows];
    for (int i = 0; i < rows; i++) {
      column[i] = points[at(first, i) + field];
    }
    return column;
  }

  private int at(int first, int i) {
    return (first + i) % rows * FIELDS;
  }
}
