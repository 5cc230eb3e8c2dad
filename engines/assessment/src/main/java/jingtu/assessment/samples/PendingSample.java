package jingtu.assessment.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jingtu.assessment.Sample;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.assessment.samples.SampleRow.SampleResult;
import jingtu.assessment.samples.SampleRow.Sound;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.standards.Edition;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;

/** A sample whose results are being collected; complete, its parts are held against its wholes. */
final class PendingSample {

  private SampleHead head;
  private final List<SampleResult> results = new ArrayList<>();
  private final Map<Analyte, Contents> contents = new HashMap<>();

  /**
   * A result with a bound.
   *
   * @param most what the content is at most
   * @param measured whether it is a measured content
   */
  private record Contents(Quantity most, boolean measured, CellAddress at) {}

  PendingSample(SampleHead head) {
    this.head = head;
  }

  SampleHead head() {
    return head;
  }

  void ph(SampleHead withPh) {
    head = withPh;
  }

  boolean isEmpty() {
    return results.isEmpty();
  }

  void add(SampleResult result, CellAddress at) {
    results.add(result);
    if (result instanceof Sound(Reading reading)) {
      bounded(reading.result(), at).ifPresent(it -> contents.put(reading.analyte(), it));
    }
  }

  private static Optional<Contents> bounded(Result result, CellAddress at) {
    return switch (result) {
      case Result.Measured(Quantity content) -> Optional.of(new Contents(content, true, at));
      case Result.BelowDetection(Quantity limit) -> Optional.of(new Contents(limit, false, at));
      case Result.BelowQuantification(Quantity limit) ->
          Optional.of(new Contents(limit, false, at));
      case Result.NotDetected none -> Optional.empty();
    };
  }

  /** Tells the parts that exceed their wholes. */
  void tellParts(Consumer<CellFinding> findings) {
    for (Map.Entry<Analyte, Contents> part : contents.entrySet()) {
      if (part.getValue().measured()) {
        exceeded(part.getKey(), part.getValue())
            .ifPresent(whole -> findings.accept(above(part.getKey(), part.getValue(), whole)));
      }
    }
  }

  private Optional<Analyte> exceeded(Analyte part, Contents content) {
    Analytes analytes = Analytes.shipped();
    for (Optional<Analyte> whole = analytes.wholeOf(part);
        whole.isPresent();
        whole = analytes.wholeOf(whole.get())) {
      Contents of = contents.get(whole.get());
      if (of != null
          && content.most().unit().convertsTo(of.most().unit())
          && content.most().compareTo(of.most()) > 0) {
        return whole;
      }
    }
    return Optional.empty();
  }

  private CellFinding above(Analyte part, Contents content, Analyte whole) {
    Contents of = Objects.requireNonNull(contents.get(whole));
    return new CellFinding(
        content.at(),
        Message.of("samples.part-above-whole", part, content.most(), whole, of.most(), of.at()),
        Message.of("samples.check-part", of.at(), of.most()));
  }

  SampleRow complete(Editions editions, LocalDate today) {
    LocalDate day = head.day().orElse(today);
    Optional<Edition> edition = editions.on(day);
    List<SampleResult> told =
        edition.isPresent() ? results : heldFor(day, editions.newest().standard());
    List<Reading> readings = new ArrayList<>(told.size());
    for (SampleResult result : told) {
      switch (result) {
        case Sound(Reading reading) -> readings.add(reading);
        case Held held -> {}
      }
    }
    Sample sample =
        new Sample(head.id(), head.day(), head.ph(), head.landUse(), head.category(), readings);
    return new SampleRow(sample, edition, head.at(), head.group(), told);
  }

  /** All results, held back since there was no edition on the day. */
  private List<SampleResult> heldFor(LocalDate day, String standard) {
    Message why = Message.of("samples.held-no-edition", day, standard);
    return results.stream()
        .<SampleResult>map(
            result ->
                switch (result) {
                  case Held held -> held;
                  case Sound(Reading reading) -> Held.of(reading, why);
                })
        .toList();
  }
}
