package jingtu.server.duty.refill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jingtu.vocabulary.Message;

/**
 * A value as its cell wants it, and what does not fit.
 *
 * @param warnings what a person should look at; the value goes in nevertheless
 */
record Fit(CellValue value, List<Message> warnings) {

  /** The most characters that a cell of a workbook holds. */
  static final int LONGEST = 32_767;

  /** Where CJK characters begin; those before are narrow. */
  private static final int FIRST_WIDE = 0x2E80;

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");
  private static final Pattern PERCENT = Pattern.compile("(-?[0-9]{1,9}(\\.[0-9]{1,9})?)[%\uFF05]");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  static Fit of(CellValue given, FormCell cell) {
    CellValue value = given instanceof CellValue.Words words ? read(words, cell) : given;
    List<Message> warnings = new ArrayList<>();
    String text = value.text();
    if (value instanceof CellValue.Words && !text.isBlank() && wantsNumber(cell)) {
      warnings.add(Message.of("refill.number-expected"));
    }
    if (!text.isBlank() && !cell.choices().isEmpty() && !cell.choices().contains(text)) {
      warnings.add(Message.of("refill.not-in-list", String.join(" | ", cell.choices())));
    }
    if (value instanceof CellValue.Words && cell.room() > 0 && room(text, cell) > cell.room()) {
      warnings.add(Message.of("refill.too-long-for-cell", room(text, cell), cell.room()));
    }
    if (text.length() > LONGEST) {
      warnings.add(Message.of("refill.cut", LONGEST));
      value = new CellValue.Words(text.substring(0, LONGEST));
    }
    return new Fit(value, warnings);
  }

  private static CellValue read(CellValue.Words words, FormCell cell) {
    String text = words.text().strip();
    if (cell.format() == FormCell.Format.TEXT) {
      return words;
    }
    if (NUMBER.matcher(text).matches() && cell.format() != FormCell.Format.DAY) {
      return new CellValue.Amount(new BigDecimal(text), false);
    }
    var percent = PERCENT.matcher(text);
    if (percent.matches() && cell.format() == FormCell.Format.PERCENT) {
      return new CellValue.Amount(new BigDecimal(percent.group(1)), true);
    }
    if (cell.format() == FormCell.Format.DAY && DAY.matcher(text).matches()) {
      try {
        return new CellValue.Day(LocalDate.parse(text), text);
      } catch (java.time.DateTimeException noSuchDay) {
        return words;
      }
    }
    return words;
  }

  private static boolean wantsNumber(FormCell cell) {
    return cell.summed()
        || cell.format() == FormCell.Format.NUMBER
        || cell.format() == FormCell.Format.PERCENT;
  }

  /** How many narrow characters a text takes, with what its line breaks leave empty. */
  private static int room(String text, FormCell cell) {
    int width = Math.max(1, cell.width());
    int taken = 0;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int own = lines.get(i).codePoints().map(sign -> sign < FIRST_WIDE ? 1 : 2).sum();
      boolean last = i == lines.size() - 1;
      taken += last ? own : Math.max(1, Math.ceilDiv(own, width)) * width;
    }
    return taken;
  }
}
