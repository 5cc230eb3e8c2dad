package jingtu.vocabulary;

import java.util.Optional;

/**
 * Something that a laboratory measures in a medium: an element, a compound, or a sum of compounds.
 *
 * @param symbol its short name, unique, which stands in files and output: {@code Cd}, {@code Cr6},
 *     {@code BaP}
 * @param chinese the name that standards print
 * @param english the name in English
 * @param cas its registry number; sums and elements in a stated form may have none
 * @param partOf the symbol of the whole that it is a part of: chromium(VI) of chromium. A part
 *     cannot exceed its whole
 */
public record Analyte(
    String symbol, String chinese, String english, Optional<Cas> cas, Optional<String> partOf) {

  public Analyte {
    if (symbol.isBlank() || chinese.isBlank() || english.isBlank()) {
      throw new IllegalArgumentException("an analyte has a symbol and two names: " + symbol);
    }
  }

  @Override
  public String toString() {
    return symbol;
  }
}
