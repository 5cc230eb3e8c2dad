package jingtu.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.standards.Edition;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;

/**
 * The pollution indices of one sample against references: screening values for single factors and
 * Nemerow's index, backgrounds for the others.
 *
 * <p>Only analytes with a reference are computed. What was not detected enters with half its limit
 * only where the caller chose so; {@link #remarks} says which did and which were left out.
 */
public final class SampleIndices {

  /** Hakanson's method was made for eight substances; its classes suit that number. */
  private static final int HAKANSON_SUBSTANCES = 8;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Map<Analyte, BigDecimal> contents = new LinkedHashMap<>();
  private final Map<Analyte, BigDecimal> references = new LinkedHashMap<>();
  private final List<Analyte> halved = new ArrayList<>();
  private final List<Analyte> leftOut = new ArrayList<>();

  private SampleIndices() {}

  /** An index with the class that its value falls into. */
  public record IndexValue(PollutionIndex index, BigDecimal value, IndexClass inClass) {
    static IndexValue of(PollutionIndex index, BigDecimal value) {
      return new IndexValue(index, value, IndexClasses.shipped().of(index, value));
    }
  }

  /**
   * Readies a sample's readings.
   *
   * @param references above zero, in units that those of the readings convert into
   */
  public static SampleIndices of(
      List<Reading> readings, Map<Analyte, Quantity> references, NonDetects nonDetects) {
    SampleIndices indices = new SampleIndices();
    for (Reading reading : readings) {
      Optional.ofNullable(references.get(reading.analyte()))
          .ifPresent(reference -> indices.add(reading, reference, nonDetects));
    }
    return indices;
  }

  private void add(Reading reading, Quantity reference, NonDetects nonDetects) {
    Analyte analyte = reading.analyte();
    Optional<BigDecimal> content =
        Judge.contentOf(reading.result()).map(it -> it.to(reference.unit()).value());
    boolean measured = reading.result() instanceof Result.Measured;
    if (content.isEmpty() || (!measured && nonDetects == NonDetects.LEFT_OUT)) {
      leftOut.add(analyte);
      return;
    }
    if (!measured) {
      halved.add(analyte);
    }
    references.put(analyte, reference.value());
    contents.put(analyte, measured ? content.get() : content.get().multiply(HALF));
  }

  private BigDecimal reference(Analyte analyte) {
    return Optional.ofNullable(references.get(analyte)).orElseThrow();
  }

  /** The single factor of each analyte. */
  public Map<Analyte, IndexValue> singleFactors() {
    return each(
        PollutionIndex.SINGLE_FACTOR,
        (analyte, content) -> Optional.of(Indices.singleFactor(content, reference(analyte))));
  }

  /** Nemerow's index; empty for a sample without a computed analyte. */
  public Optional<IndexValue> nemerow() {
    return whole(PollutionIndex.NEMEROW, singleFactors(), Indices::nemerow);
  }

  /** The pollution load; empty for a sample without a computed analyte. */
  public Optional<IndexValue> pollutionLoad() {
    return whole(PollutionIndex.POLLUTION_LOAD, singleFactors(), Indices::pollutionLoad);
  }

  /** The geo-accumulation of each analyte whose content is above zero. */
  public Map<Analyte, IndexValue> geoAccumulation() {
    return each(
        PollutionIndex.GEO_ACCUMULATION,
        (analyte, content) ->
            Optional.of(content)
                .filter(it -> it.signum() > 0)
                .map(it -> Indices.geoAccumulation(it, reference(analyte))));
  }

  /** The ecological risk of each analyte with a toxic response factor. */
  public Map<Analyte, IndexValue> ecologicalRisk() {
    return each(
        PollutionIndex.ECOLOGICAL_RISK,
        (analyte, content) ->
            IndexClasses.shipped()
                .toxicResponse(analyte)
                .map(it -> Indices.ecologicalRisk(it.factor(), content, reference(analyte))));
  }

  /** The sum of the ecological risks; empty where no analyte has one. */
  public Optional<IndexValue> riskIndex() {
    return whole(PollutionIndex.RISK_INDEX, ecologicalRisk(), Indices::riskIndex);
  }

  /** The enrichment of the other analytes against one; nothing where that one was not measured. */
  public Map<Analyte, IndexValue> enrichment(Analyte conservative) {
    BigDecimal ofConservative = contents.getOrDefault(conservative, BigDecimal.ZERO);
    return each(
        PollutionIndex.ENRICHMENT,
        (analyte, content) ->
            analyte.equals(conservative) || ofConservative.signum() == 0
                ? Optional.empty()
                : Optional.of(
                    Indices.enrichment(
                        content, ofConservative, reference(analyte), reference(conservative))));
  }

  /** A formula for one analyte; empty where it has no value. */
  private interface Formula {
    Optional<BigDecimal> of(Analyte analyte, BigDecimal content);
  }

  /** A formula for the values of all analytes, of which there is at least one. */
  private interface WholeFormula {
    BigDecimal of(List<BigDecimal> values);
  }

  private Map<Analyte, IndexValue> each(PollutionIndex index, Formula formula) {
    Map<Analyte, IndexValue> values = new LinkedHashMap<>();
    contents.forEach(
        (analyte, content) ->
            formula
                .of(analyte, content)
                .ifPresent(value -> values.put(analyte, IndexValue.of(index, value))));
    return values;
  }

  private static Optional<IndexValue> whole(
      PollutionIndex index, Map<Analyte, IndexValue> parts, WholeFormula formula) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            IndexValue.of(
                index, formula.of(parts.values().stream().map(IndexValue::value).toList())));
  }

  /** What has to stand beside the values: which non-detects entered and how, which did not. */
  public List<String> remarks(Language language) {
    List<Message> remarks = new ArrayList<>();
    if (!halved.isEmpty()) {
      remarks.add(Message.of("assessment.indices.halved", names(halved, language)));
    }
    if (!leftOut.isEmpty()) {
      remarks.add(Message.of("assessment.indices.left-out", names(leftOut, language)));
    }
    int risks = ecologicalRisk().size();
    if (risks > 0 && risks < HAKANSON_SUBSTANCES) {
      remarks.add(Message.of("assessment.indices.fewer", risks, HAKANSON_SUBSTANCES));
    }
    return remarks.stream().map(it -> Messages.say(it, language)).toList();
  }

  private static String names(List<Analyte> analytes, Language language) {
    return analytes.stream()
        .map(it -> new Edition.Words(it.chinese(), it.english()).in(language))
        .collect(
            Collectors.joining(Messages.say(Message.of("assessment.list-separator"), language)));
  }
}
