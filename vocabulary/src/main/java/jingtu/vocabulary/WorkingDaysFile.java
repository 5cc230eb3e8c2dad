package jingtu.vocabulary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.vocabulary.WorkingDays.Arrangement;
import jingtu.vocabulary.WorkingDays.Arrangement.Kind;

/**
 * Reads the working days of one year: lines of {@code date,kind,holiday,notice,confidence} under a
 * line of these names. Every line is looked at, so that all faults are told at once.
 */
final class WorkingDaysFile {

  private static final Pattern NAME = Pattern.compile("(\\d{4})\\.csv");
  private static final List<String> COLUMNS =
      List.of("date", "kind", "holiday", "notice", "confidence");

  /** What spreadsheets save where they do not save UTF-8. */
  private static final Charset OF_SPREADSHEETS = Charset.forName("GB18030");

  private final String file;
  private final int year;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Arrangement.Day> days = new ArrayList<>();
  private final Map<LocalDate, Integer> lines = new HashMap<>();

  WorkingDaysFile(String file) {
    this.file = file;
    var name = NAME.matcher(file);
    this.year = name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  WorkingDays.Reading read(byte[] content) {
    if (year == 0) {
      fault(file, Message.of("working-days.name", file), Message.of("working-days.name-remedy"));
    } else {
      readLines(text(content));
    }
    return new WorkingDays.Reading(
        findings.isEmpty() ? Optional.of(new Arrangement(year, days)) : Optional.empty(), findings);
  }

  private static String text(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException other) {
      text = new String(content, OF_SPREADSHEETS);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void readLines(String text) {
    boolean named = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = List.of(line.split(",", -1)).stream().map(String::strip).toList();
      if (named) {
        readDay(number, fields);
      } else if (fields.equals(COLUMNS)) {
        named = true;
      } else {
        columnsAreOthers(number, line);
        return;
      }
    }
    if (days.isEmpty() && findings.isEmpty()) {
      fault(file, Message.of("working-days.empty"), Message.of("working-days.empty-remedy"));
    }
  }

  private void columnsAreOthers(int number, String line) {
    fault(
        place(number),
        Message.of("working-days.columns", line),
        Message.of("working-days.columns-remedy", String.join(",", COLUMNS)));
  }

  private void readDay(int number, List<String> fields) {
    if (fields.size() != COLUMNS.size()) {
      fault(
          place(number),
          Message.of("working-days.fields", fields.size()),
          Message.of("working-days.fields-remedy", String.join(",", COLUMNS)));
      return;
    }
    Optional<LocalDate> date = date(number, fields.get(0));
    Optional<Kind> kind = one(number, "kind", fields.get(1), Kind.values());
    Optional<Confidence> confidence = one(number, "confidence", fields.get(4), Confidence.values());
    if (date.isPresent() && kind.isPresent() && confidence.isPresent()) {
      add(
          number,
          new Arrangement.Day(
              date.get(), kind.get(), fields.get(2), fields.get(3), confidence.get()));
    }
  }

  private Optional<LocalDate> date(int number, String written) {
    try {
      LocalDate date = LocalDate.parse(written);
      boolean decemberBefore = date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER;
      if (date.getYear() == year || decemberBefore) {
        return Optional.of(date);
      }
      fault(
          place(number),
          Message.of("working-days.other-year", written, year),
          Message.of("working-days.other-year-remedy", year));
    } catch (DateTimeParseException noDate) {
      fault(
          place(number),
          Message.of("working-days.date", written),
          Message.of("working-days.date-remedy"));
    }
    return Optional.empty();
  }

  private <T extends Enum<T>> Optional<T> one(
      int number, String column, String written, T[] values) {
    for (T value : values) {
      if (value.name().equals(written)) {
        return Optional.of(value);
      }
    }
    List<String> allowed = List.of(values).stream().map(Enum::name).toList();
    fault(
        place(number),
        Message.of("working-days.word", column, written),
        Message.of("working-days.word-remedy", String.join(", ", allowed)));
    return Optional.empty();
  }

  private void add(int number, Arrangement.Day day) {
    Integer before = lines.putIfAbsent(day.date(), number);
    boolean weekend =
        day.date().getDayOfWeek() == DayOfWeek.SATURDAY
            || day.date().getDayOfWeek() == DayOfWeek.SUNDAY;
    if (before != null) {
      fault(
          place(number),
          Message.of("working-days.twice", day.date(), before),
          Message.of("working-days.twice-remedy"));
    } else if (day.kind() == Kind.WORK && !weekend) {
      fault(
          place(number),
          Message.of("working-days.worked-anyway", day.date()),
          Message.of("working-days.worked-anyway-remedy"));
    } else {
      days.add(day);
    }
  }

  private String place(int line) {
    return file + ":" + line;
  }

  private void fault(String place, Message problem, Message remedy) {
    findings.add(new Finding(place, problem, remedy));
  }
}
