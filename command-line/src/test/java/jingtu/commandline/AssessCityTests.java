package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingtu.testing.Needs;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topsoil of a city, 319 points: the summary of the command against counts made here with plain
 * loops and the thresholds as printed. Cd and Hg are in ng/g in the file, which does not say so.
 */
class AssessCityTests {

  private static final String FILE = "cumcm2011a_samples319.csv";

  @TempDir private Path folder = Path.of("");

  /** GB 36600-2018, table 1, first class: screening and control value in mg/kg. */
  private static final Map<String, double[]> CLASS_1 =
      Map.of(
          "As", new double[] {20, 120},
          "Cd", new double[] {20, 47},
          "Cu", new double[] {2000, 8000},
          "Pb", new double[] {400, 800},
          "Hg", new double[] {8, 33},
          "Ni", new double[] {150, 600});

  private static final Map<String, double[]> CLASS_2 =
      Map.of(
          "As", new double[] {60, 140},
          "Cd", new double[] {65, 172},
          "Cu", new double[] {18000, 36000},
          "Pb", new double[] {800, 2500},
          "Hg", new double[] {38, 82},
          "Ni", new double[] {900, 2000});

  /**
   * GB 15618-2018, tables 1 and 3, other land, 5.5 < pH <= 6.5; Cu, Ni, Zn have no control value.
   */
  private static final Map<String, double[]> FARMLAND =
      Map.of(
          "Cd", new double[] {0.3, 2.0},
          "Hg", new double[] {1.8, 2.5},
          "As", new double[] {40, 150},
          "Pb", new double[] {90, 500},
          "Cr", new double[] {150, 850},
          "Cu", new double[] {50, Double.MAX_VALUE},
          "Ni", new double[] {70, Double.MAX_VALUE},
          "Zn", new double[] {200, Double.MAX_VALUE});

  @Test
  void countsAsPlainLoopsDo() throws IOException {
    compare(CLASS_1, "GB 36600-2018", "--land-use", "CLASS_1");
    compare(CLASS_2, "GB 36600-2018", "--land-use", "CLASS_2");
    compare(FARMLAND, "GB 15618-2018", "--land-use", "OTHER", "--ph", "6.0");
  }

  private void compare(Map<String, double[]> thresholds, String standard, String... more)
      throws IOException {
    Path file = Needs.shared("data", "city-topsoil", FILE);
    Path summary = folder.resolve("summary.csv");
    List<String> words =
        new ArrayList<>(
            List.of(
                "assess",
                file.toString(),
                "--standard",
                standard,
                "--unit",
                "Cd=ng/g",
                "--unit",
                "Hg=ng/g",
                "--group",
                "zone",
                "--summary",
                summary.toString()));
    words.addAll(List.of(more));

    Run run = Run.of(words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    Map<String, String> counted = new TreeMap<>();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(Files.readString(summary).substring(1))) {
      rows.stream()
          .filter(row -> thresholds.containsKey(row.getField("analyte")))
          .forEach(
              row ->
                  counted.put(
                      row.getField("group") + " " + row.getField("analyte"),
                      row.getField("n")
                          + " "
                          + row.getField("at_or_below_screening")
                          + " "
                          + row.getField("above_screening")
                          + " "
                          + row.getField("above_control")));
    }
    assertThat(counted).isEqualTo(countByHand(file, thresholds));
  }

  private static Map<String, String> countByHand(Path file, Map<String, double[]> thresholds)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.getFirst().split(",", -1);
    int zone = List.of(header).indexOf("zone");
    Map<String, int[]> counts = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      for (int i = 0; i < header.length; i++) {
        double[] limits = thresholds.get(header[i]);
        if (limits == null) {
          continue;
        }
        boolean nanograms = header[i].equals("Cd") || header[i].equals("Hg");
        double content = Double.parseDouble(cells[i]) / (nanograms ? 1000 : 1);
        int outcome = content > limits[1] ? 2 : content > limits[0] ? 1 : 0;
        counts.computeIfAbsent(cells[zone] + " " + header[i], any -> new int[3])[outcome]++;
      }
    }
    Map<String, String> written = new TreeMap<>();
    counts.forEach(
        (key, of) ->
            written.put(key, of[0] + of[1] + of[2] + " " + of[0] + " " + of[1] + " " + of[2]));
    return written;
  }

  @Test
  void sumsUpContentsAsPlainLoopsDo() throws IOException {
    Path file = Needs.shared("data", "city-topsoil", FILE);
    Path summary = folder.resolve("summary.csv");
    Run.of(
        "assess",
        file.toString(),
        "--standard",
        "GB 36600-2018",
        "--land-use",
        "CLASS_1",
        "--summary",
        summary.toString());

    List<String> lines = Files.readAllLines(file);
    int column = List.of(lines.getFirst().split(",", -1)).indexOf("Pb");
    double[] lead =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
            .sorted()
            .toArray();
    double sum = 0;
    for (double content : lead) {
      sum += content;
    }
    double mean = sum / lead.length;
    double squares = 0;
    for (double content : lead) {
      squares += (content - mean) * (content - mean);
    }
    try (var rows = CsvReader.builder().ofNamedCsvRecord(Files.readString(summary).substring(1))) {
      NamedCsvRecord row =
          rows.stream().filter(it -> it.getField("analyte").equals("Pb")).findFirst().orElseThrow();
      assertThat(row.getField("unit")).isEqualTo("mg/kg");
      near(row.getField("min"), lead[0]);
      near(row.getField("median"), lead[lead.length / 2]);
      near(row.getField("mean"), mean);
      near(row.getField("max"), lead[lead.length - 1]);
      near(row.getField("sd"), Math.sqrt(squares / (lead.length - 1)));
    }
  }

  private static void near(String written, double expected) {
    assertThat(Double.parseDouble(written)).isCloseTo(expected, Percentage.withPercentage(1e-6));
  }

  @Test
  void leavesTheTrapUndecided() throws IOException {
    Path file = Needs.shared("data", "city-topsoil", FILE);
    Path summary = folder.resolve("summary.csv");
    Run run =
        Run.of(
            "assess",
            file.toString(),
            "--standard",
            "GB 36600-2018",
            "--land-use",
            "CLASS_1",
            "--summary",
            summary.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
    assertThat(run.err())
        .contains("G1: “Cd”没有注明单位", "J1: “Hg”没有注明单位", "看起来是 µg/kg = ng/g", "x, y, alt, zone");
    try (var rows = CsvReader.builder().ofNamedCsvRecord(Files.readString(summary).substring(1))) {
      rows.stream()
          .filter(row -> List.of("Cd", "Hg").contains(row.getField("analyte")))
          .forEach(row -> assertThat(row.getField("undecided")).isEqualTo("319"));
    }
  }

  @Test
  void refusesTheOldWorkbook() {
    Path file = Needs.shared("data", "city-topsoil", "cumcm2011A_data.xls");
    Run run = Run.of("assess", file.toString(), "--standard", "GB 36600-2018");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.err()).contains(".xls", ".xlsx");
  }
}
