package jingtu.vocabulary;

/**
 * One analyte's result in one sample.
 *
 * @param analyte what was measured
 * @param result what was found
 * @param qualifier what stood beside or instead of the number, as written: {@code <}, {@code ND},
 *     {@code L}; empty where there was only a number
 */
public record Reading(Analyte analyte, Result result, String qualifier) {}
