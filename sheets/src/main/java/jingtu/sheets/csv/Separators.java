package jingtu.sheets.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import jingtu.sheets.Unreadable;

/** Tells by the first rows of a text what separates its fields. */
final class Separators {

  /** Comma, tab, semicolon and their full-width forms; the earlier wins where several fit alike. */
  private static final char[] KNOWN = {',', '\t', ';', '\uFF0C', '\uFF1B'};

  private static final int ROWS = 30;

  /** How much one more column counts beside the share of rows that agree. */
  private static final double WEIGHT_OF_A_COLUMN = 0.001;

  private Separators() {}

  /**
   * The separator that divides most rows into the same number of fields, at least two.
   *
   * @param opening the first characters of the text; its last row may be cut off
   */
  static char find(String opening) throws Unreadable {
    char best = KNOWN[0];
    double bestScore = 0;
    for (char candidate : KNOWN) {
      double score = score(opening, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** A quotation mark inside a field tells that the field was not divided where it should be. */
  private static boolean isDividedInQuotes(CsvRecords records) {
    for (int i = 0; i < records.fields(); i++) {
      if (records.hasQuoteInside(i)) {
        return true;
      }
    }
    return false;
  }

  private static double score(String opening, char separator) throws Unreadable {
    Map<Integer, Integer> rowsByFields = new HashMap<>();
    int rows = 0;
    CsvRecords records = new CsvRecords(new StringReader(opening), separator);
    try {
      while (rows < ROWS && records.next()) {
        if (records.fields() > 1 || !records.field(0).isBlank()) {
          rowsByFields.merge(isDividedInQuotes(records) ? 1 : records.fields(), 1, Integer::sum);
          rows++;
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> entry : rowsByFields.entrySet()) {
      double share = (double) entry.getValue() / rows;
      double score = share + WEIGHT_OF_A_COLUMN * entry.getKey();
      best = entry.getKey() > 1 ? Math.max(best, score) : best;
    }
    return best;
  }
}
