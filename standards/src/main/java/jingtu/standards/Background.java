package jingtu.standards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Quantity;

/**
 * Background contents of the soil of a region, which somebody put into a file.
 *
 * @param id its short name, unique
 * @param region where they hold, in words
 * @param source where they were read
 * @param values the content of each analyte, a mass fraction
 * @param file the file's name
 */
public record Background(
    String id,
    Edition.Words title,
    Edition.Words region,
    Edition.Words source,
    Confidence confidence,
    Map<Analyte, Quantity> values,
    String file) {

  public Background {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The background content of an analyte; empty where the file has none. */
  public Optional<Quantity> of(Analyte analyte) {
    return Optional.ofNullable(values.get(analyte));
  }
}
