package jingtu.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.standards.Standards;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Units;

/** Expected lists of this module: lines of cells between bars, after a heading. */
final class Cases {

  private Cases() {}

  /** The lines of a list without its heading and remarks, each as its cells. */
  static Stream<List<String>> lines(String file) {
    try (InputStream stream = Cases.class.getResourceAsStream("/judging/" + file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).skip(1).map(Cases::cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  static Optional<String> present(String cell) {
    return Optional.of(cell).filter(it -> !it.isEmpty());
  }

  static Judge judge(String standard, Rules rules) {
    return Judge.of(Standards.shipped().find(standard).orElseThrow(), rules);
  }

  static Sample sample(String ph, String landUse, String category, List<Reading> readings) {
    return new Sample(
        "S1",
        Optional.empty(),
        present(ph).map(BigDecimal::new).map(Ph::new),
        present(landUse).map(LandUse::valueOf),
        present(category),
        readings);
  }

  /** {@code 0.3 mg/kg}, {@code <0.01 mg/kg}, {@code <LOQ 0.05 mg/kg}, {@code ND}. */
  static Reading reading(String symbol, String result) {
    Analyte analyte = Analytes.shipped().get(symbol);
    if (result.equals("ND")) {
      return new Reading(analyte, new Result.NotDetected(), "ND");
    }
    if (result.startsWith("<LOQ ")) {
      return new Reading(
          analyte, new Result.BelowQuantification(quantity(result.substring(5))), "<LOQ");
    }
    if (result.startsWith("<")) {
      return new Reading(analyte, new Result.BelowDetection(quantity(result.substring(1))), "<");
    }
    return new Reading(analyte, new Result.Measured(quantity(result)), "");
  }

  static Quantity quantity(String written) {
    int blank = written.indexOf(' ');
    return new Quantity(
        new BigDecimal(written.substring(0, blank)),
        Units.shipped().find(written.substring(blank + 1)).orElseThrow());
  }
}
