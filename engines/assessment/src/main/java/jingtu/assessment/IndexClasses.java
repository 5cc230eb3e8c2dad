package jingtu.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.standards.Edition;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.CsvTable;

/** The classes of the pollution indices and the toxic response factors, as data with sources. */
public final class IndexClasses {

  private static final IndexClasses SHIPPED = new IndexClasses();

  private final List<IndexClass> classes;
  private final Map<Analyte, ToxicResponse> factors;

  private IndexClasses() {
    this.classes =
        CsvTable.resource(
                IndexClasses.class,
                "index-classes.csv",
                "index",
                "from",
                "from_inside",
                "to",
                "to_inside",
                "chinese",
                "english",
                "published",
                "confidence",
                "source")
            .rows()
            .stream()
            .map(IndexClasses::indexClass)
            .toList();
    this.factors =
        CsvTable.resource(
                IndexClasses.class,
                "toxic-response.csv",
                "analyte",
                "factor",
                "published",
                "confidence",
                "source")
            .rows()
            .stream()
            .map(IndexClasses::factor)
            .collect(Collectors.toMap(ToxicResponse::analyte, Function.identity()));
  }

  /** The classes and factors that come with the program. */
  public static IndexClasses shipped() {
    return SHIPPED;
  }

  /** How much a content of an analyte weighs in the ecological risk. */
  public record ToxicResponse(
      Analyte analyte,
      BigDecimal factor,
      Optional<Integer> published,
      Confidence confidence,
      String source) {}

  private static IndexClass indexClass(CsvTable.Row row) {
    return new IndexClass(
        PollutionIndex.valueOf(row.get("index")),
        present(row.get("from")).map(BigDecimal::new),
        row.get("from_inside").equals("yes"),
        present(row.get("to")).map(BigDecimal::new),
        row.get("to_inside").equals("yes"),
        new Edition.Words(row.get("chinese"), row.get("english")),
        present(row.get("published")).map(Integer::valueOf),
        Confidence.valueOf(row.get("confidence")),
        row.get("source"));
  }

  private static ToxicResponse factor(CsvTable.Row row) {
    return new ToxicResponse(
        Analytes.shipped().get(row.get("analyte")),
        new BigDecimal(row.get("factor")),
        present(row.get("published")).map(Integer::valueOf),
        Confidence.valueOf(row.get("confidence")),
        row.get("source"));
  }

  private static Optional<String> present(String cell) {
    return Optional.of(cell).filter(it -> !it.isEmpty());
  }

  /** All classes, index by index, from the lowest up. */
  public List<IndexClass> list() {
    return classes;
  }

  /** The class that a value of an index falls into: the bands of an index leave no gap. */
  public IndexClass of(PollutionIndex index, BigDecimal value) {
    return classes.stream()
        .filter(it -> it.index() == index && it.holds(value))
        .findFirst()
        .orElseThrow();
  }

  /** The toxic response factor of an analyte; empty where none is known. */
  public Optional<ToxicResponse> toxicResponse(Analyte analyte) {
    return Optional.ofNullable(factors.get(analyte));
  }
}
