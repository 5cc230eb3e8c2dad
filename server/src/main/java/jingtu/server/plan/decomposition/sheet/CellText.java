package jingtu.server.plan.decomposition.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;

/** What the text of a cell means, apart from how people and programs write it. */
final class CellText {

  /** A day in digits: 2026-6-30, 2026/6/30, 2026.06.30, with or without the hour behind. */
  private static final Pattern DAY =
      Pattern.compile(
          "((?:19|20)\\d\\d)\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2})\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2})"
              + "\\p{IsHan}?(?:[T ]00:00(?::00)?)?");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final int FULL_WIDTH = 0xFF10 - '0';

  private CellText() {}

  /** The text of a cell as it is read in a column, with digits of one width. */
  static String of(Cell cell, WorkItemColumn column) {
    String text = Blanks.strip(cell.text().replace("\r\n", "\n").replace('\r', '\n'));
    return switch (column) {
      case CODE -> cell.kind() == Cell.Kind.DATE ? asCode(text) : compact(text);
      case DEADLINE -> deadline(narrowDigits(text));
      case TELEPHONE -> Normalizer.normalize(text, Normalizer.Form.NFKC);
      default -> narrowDigits(text);
    };
  }

  /** Two cells with equal ones say the same: one width of signs, blanks and line ends as one. */
  static String comparable(String text) {
    return BLANKS
        .matcher(Normalizer.normalize(Blanks.strip(text), Normalizer.Form.NFKC))
        .replaceAll(" ")
        .strip();
  }

  /** A day in the form of ISO 8601, and any other words as they are. */
  static String deadline(String written) {
    return day(written).map(LocalDate::toString).orElse(written);
  }

  /** Spreadsheets take 3-1 for the first of March; the sheet still tells which it was. */
  private static String asCode(String isoDay) {
    return day(isoDay).map(day -> day.getMonthValue() + "-" + day.getDayOfMonth()).orElse(isoDay);
  }

  private static Optional<LocalDate> day(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static String compact(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  private static String narrowDigits(String text) {
    StringBuilder narrow = new StringBuilder();
    text.chars()
        .map(sign -> sign >= 0xFF10 && sign <= 0xFF19 ? sign - FULL_WIDTH : sign)
        .forEach(sign -> narrow.append((char) sign));
    return narrow.toString();
  }
}
