package jingtu.assessment.samples;

import java.util.List;
import java.util.Optional;
import jingtu.assessment.Sample;
import jingtu.sheets.CellAddress;
import jingtu.standards.Edition;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;

/**
 * One sample as it was read.
 *
 * @param edition what it is held against; empty where no edition was in force on its day
 * @param at the cell with its id, or where that would be
 * @param group what stands in the column by which results are summed up
 * @param results in the order of the file
 */
public record SampleRow(
    Sample sample,
    Optional<Edition> edition,
    CellAddress at,
    Optional<String> group,
    List<SampleResult> results) {

  public SampleRow {
    results = List.copyOf(results);
  }

  /** A result of one analyte. */
  public sealed interface SampleResult {

    Analyte analyte();
  }

  /** A result that may be judged. */
  public record Sound(Reading reading) implements SampleResult {
    @Override
    public Analyte analyte() {
      return reading.analyte();
    }
  }

  /**
   * A result that is held back from judging, since its unit is in doubt.
   *
   * @param value the number as written
   * @param unit as written; empty where there is none
   */
  public record Held(Analyte analyte, String value, String qualifier, String unit, Message why)
      implements SampleResult {

    /** A reading that is sound and cannot be judged for another reason. */
    static Held of(Reading reading, Message why) {
      Optional<Quantity> content =
          switch (reading.result()) {
            case Result.Measured(Quantity measured) -> Optional.of(measured);
            case Result.BelowDetection(Quantity limit) -> Optional.of(limit);
            case Result.BelowQuantification(Quantity limit) -> Optional.of(limit);
            case Result.NotDetected() -> Optional.empty();
          };
      return new Held(
          reading.analyte(),
          content.map(it -> it.value().toPlainString()).orElse(""),
          reading.qualifier(),
          content.map(it -> it.unit().symbol()).orElse(""),
          why);
    }

    /** The whole sentence: which sample, what was found, why it was not judged. */
    public String reason(Sample sample, Language language) {
      String name =
          switch (language) {
            case ZH -> analyte.chinese();
            case EN -> analyte.english();
          };
      String sign = qualifier.equals("L") ? value + qualifier : qualifier + value;
      String found = unit.isEmpty() ? sign : sign + " " + unit;
      return Messages.say(
          Message.of("samples.held", sample.id(), name, found, Messages.say(why, language)),
          language);
    }
  }
}
