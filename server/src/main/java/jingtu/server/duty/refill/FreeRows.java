package jingtu.server.duty.refill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** The rows of a form that a column may go down to. */
final class FreeRows {

  private FreeRows() {}

  /**
   * The last row that is made like the first and empty in the column: not a total, without formulas
   * where the first has none, and merged as the first is.
   */
  static int last(FormSheet sheet, Place first) {
    int last = first.row();
    for (int row = first.row() + 1; row < sheet.rows(); row++) {
      if (!follows(sheet, first, row)) {
        return last;
      }
      last = row;
    }
    return last;
  }

  /** The first row from there on into which a column may not go, as far as its last. */
  static Optional<Integer> barred(FormSheet sheet, Place first, int lastRow) {
    for (int row = first.row(); row <= lastRow; row++) {
      Optional<FormCell> cell = sheet.find(row, first.column());
      if (cell.filter(FormCell::takes).isEmpty() || isTotal(sheet, row)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static boolean follows(FormSheet sheet, Place first, int row) {
    List<FormCell> model = sheet.inRow(first.row());
    List<FormCell> own = sheet.inRow(row);
    if (isTotal(sheet, row)
        || sheet
            .find(row, first.column())
            .filter(cell -> cell.content() == FormCell.Content.EMPTY)
            .isEmpty()
        || own.size() != model.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!alike(model.get(i), own.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(FormCell model, FormCell own) {
    boolean reckoned = model.content() == FormCell.Content.FORMULA;
    boolean wordsWhereNone =
        own.content() == FormCell.Content.TEXT && model.content() == FormCell.Content.EMPTY;
    return model.place().column() == own.place().column()
        && model.columnSpan() == own.columnSpan()
        && reckoned == (own.content() == FormCell.Content.FORMULA)
        && !wordsWhereNone;
  }

  private static boolean isTotal(FormSheet sheet, int row) {
    List<String> totals = words("refill.totals");
    return sheet.inRow(row).stream()
        .filter(FormCell::isLabel)
        .map(cell -> plain(cell.text()))
        .anyMatch(totals::contains);
  }

  /** The words of a list in both languages. */
  static List<String> words(String key) {
    return Arrays.stream(Language.values())
        .map(language -> Messages.say(Message.of(key), language))
        .flatMap(words -> Stream.of(words.split("\\|")))
        .map(FreeRows::plain)
        .distinct()
        .toList();
  }

  /** Without spaces and signs at its end, in small letters. */
  static String plain(String text) {
    return text.replaceAll("[\\s\\u3000]+", "")
        .replaceAll("[:\\uFF1A]+$", "")
        .toLowerCase(Locale.ROOT);
  }
}
