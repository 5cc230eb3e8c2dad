package jingtu.sheets.ledger;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import jingtu.sheets.Cell;

/** Texts of cells as a person sees them, and what can be told of them at a glance. */
final class Texts {

  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?$");

  /** A label and what is filled in behind it: {@code 填报单位：…}. */
  private static final Pattern LABELLED = Pattern.compile("[^:0-9]{1,12}:.*");

  private static final Pattern REMARK =
      Pattern.compile(Word.REMARK.pattern() + "(?:[:(.0-9\\u3001].*)?");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,6}");
  private static final Pattern TOTAL =
      Pattern.compile("\\(?" + Word.TOTAL.pattern() + "\\)?(?:[:(0-9].*)?");

  /** With what is summed up before the word: {@code 城关镇小计}. */
  private static final Pattern TOTAL_OF = Pattern.compile(".{1,10}" + Word.TOTAL.pattern() + ":?");

  private Texts() {}

  /** What the file shows: a percentage with its sign, a day without its midnight. */
  static String shown(Cell cell) {
    if (cell.shownAsPercent()) {
      BigDecimal percent = new BigDecimal(cell.text()).movePointRight(2).stripTrailingZeros();
      return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + "%";
    }
    return cell.kind() == Cell.Kind.DATE
        ? MIDNIGHT.matcher(cell.text()).replaceFirst("")
        : cell.text();
  }

  static boolean isLabelled(String text) {
    String key = Word.key(text);
    return LABELLED.matcher(key).matches() && !Word.OF_WHICH.begins(text);
  }

  static boolean isRemark(String text) {
    return REMARK.matcher(Word.key(text)).matches();
  }

  static boolean isOrdinal(String text) {
    return ORDINAL.matcher(Word.key(text)).matches();
  }

  static boolean isTotal(String text) {
    return TOTAL.matcher(Word.key(text)).matches();
  }

  static boolean isTotalOfSomething(String text) {
    return TOTAL_OF.matcher(Word.key(text)).matches();
  }

  /** Whether a cell holds a number, a mark of nothing, or nothing. */
  static boolean isFigureOrNothing(Cell cell) {
    return ValueText.isBlank(cell.text()) || ValueText.number(shown(cell)).isPresent();
  }
}
