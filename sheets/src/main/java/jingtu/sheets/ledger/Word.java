package jingtu.sheets.ledger;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.sheets.Blanks;
import jingtu.vocabulary.CsvTable;

/** A kind of word that tells how a ledger is meant; the words themselves are in words.csv. */
enum Word {
  BLANK,
  YES,
  NO,
  OPEN,
  UNTIL_NOW,
  ABOUT_BEFORE,
  ABOUT_AFTER,
  RANGE,
  YEAR,
  MONTH,
  DAY,
  DAY_TAIL,
  DEGREE,
  MINUTE,
  SECOND,
  LONGITUDE_MARK,
  LATITUDE_MARK,
  COORDINATES_SEPARATOR,
  TOTAL,
  SEQUENCE,
  REMARK,
  COLUMN_NUMBER,
  LONGITUDE_NAME,
  LATITUDE_NAME,
  COORDINATES_NAME,
  PHONE_NAME,
  CREDIT_CODE_NAME,
  ESTATE_UNIT_NAME,
  DAY_NAME,
  CODE_NAME,
  FREE_NAME,
  FLAG_NAME,
  ATTACHMENT,
  OF_WHICH;

  private static final Map<Word, Set<String>> KEYS = new EnumMap<>(Word.class);

  static {
    for (CsvTable.Row row : CsvTable.resource(Word.class, "words.csv", "kind", "words").rows()) {
      Word kind = valueOf(row.get("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
      KEYS.put(kind, row.list("words").stream().map(Word::key).collect(Collectors.toSet()));
    }
  }

  private Set<String> keys() {
    Set<String> keys = KEYS.get(this);
    if (keys == null) {
      throw new CsvTable.Faulty("words.csv has no line for " + this);
    }
    return keys;
  }

  /** One width, small letters, no blanks: the form in which texts are compared. */
  static String key(String text) {
    String plain =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char character = plain.charAt(i);
      if (!Blanks.isBlank(character)) {
        kept.append(Character.toLowerCase(character));
      }
    }
    return kept.toString();
  }

  /** Whether the text is one of the words. */
  boolean is(String text) {
    return keys().contains(key(text));
  }

  /** Whether one of the words stands in the text. */
  boolean isIn(String text) {
    String key = key(text);
    return keys().stream().anyMatch(key::contains);
  }

  /** Whether the text begins with one of the words. */
  boolean begins(String text) {
    String key = key(text);
    return keys().stream().anyMatch(key::startsWith);
  }

  /** A regular expression for any of the words, the longest first. */
  String pattern() {
    return keys().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
