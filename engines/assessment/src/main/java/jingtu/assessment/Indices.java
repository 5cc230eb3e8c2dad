package jingtu.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The formulas of the pollution indices. Contents and references are in one unit, references above
 * zero.
 *
 * <p>Quotients, sums and square roots are taken in decimals, so that an index on the edge of a
 * class stays there; logarithms and other roots are rounded to twelve digits for the same reason.
 */
public final class Indices {

  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final MathContext OF_BINARY = new MathContext(12);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal MULLER = new BigDecimal("1.5");

  private Indices() {}

  /** C/S. */
  public static BigDecimal singleFactor(BigDecimal content, BigDecimal reference) {
    return content.divide(reference, DIGITS);
  }

  /** √((mean² + greatest²)/2) of single factors, of which there is at least one (HJ/T 166-2004). */
  public static BigDecimal nemerow(List<BigDecimal> factors) {
    BigDecimal mean =
        sum(factors).divide(BigDecimal.valueOf(factors.size()), MathContext.DECIMAL128);
    BigDecimal greatest = factors.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    return mean.multiply(mean).add(greatest.multiply(greatest)).divide(TWO).sqrt(DIGITS);
  }

  /** log₂(C/(1.5·B)), for a content above zero. */
  public static BigDecimal geoAccumulation(BigDecimal content, BigDecimal background) {
    double ratio =
        content.divide(background.multiply(MULLER), MathContext.DECIMAL128).doubleValue();
    return rounded(Math.log(ratio) / Math.log(2));
  }

  /** T·C/B. */
  public static BigDecimal ecologicalRisk(
      BigDecimal toxicResponse, BigDecimal content, BigDecimal background) {
    return toxicResponse.multiply(content).divide(background, DIGITS);
  }

  /** The sum of ecological risks. */
  public static BigDecimal riskIndex(List<BigDecimal> risks) {
    return sum(risks);
  }

  /**
   * (content/conservative)/(background/conservativeBackground).
   *
   * @param conservative the content of the element to which the analyte is related (Al, Ti, Fe, Sc,
   *     Mn), above zero
   */
  public static BigDecimal enrichment(
      BigDecimal content,
      BigDecimal conservative,
      BigDecimal background,
      BigDecimal conservativeBackground) {
    return content
        .multiply(conservativeBackground)
        .divide(conservative.multiply(background), DIGITS);
  }

  /** The geometric mean of single factors, of which there is at least one. */
  public static BigDecimal pollutionLoad(List<BigDecimal> factors) {
    double logarithms = factors.stream().mapToDouble(it -> Math.log(it.doubleValue())).sum();
    return rounded(Math.exp(logarithms / factors.size()));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(OF_BINARY);
  }
}
