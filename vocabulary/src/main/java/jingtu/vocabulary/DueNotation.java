package jingtu.vocabulary;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how definitions write deadlines; {@link Due} lists the forms. */
final class DueNotation {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YEARLY = Pattern.compile("--\\d{2}-\\d{2}");
  private static final Pattern PERIOD =
      Pattern.compile("-?P(?=\\d)(?:\\d{1,3}Y)?(?:\\d{1,4}M)?(?:\\d{1,4}W)?(?:\\d{1,5}D)?");
  private static final Pattern WORKING_DAYS = Pattern.compile("(-?)P(\\d{1,4})WD");
  private static final Pattern RECURRENCE =
      Pattern.compile("R/(?:([-\\d]+)/)?(P.+|--\\d\\d-\\d\\d)");

  private DueNotation() {}

  static Parsed<Due> parse(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    try {
      return understand(plain, written);
    } catch (DateTimeException noDay) {
      return new Parsed.Refused<>(
          Message.of("due.no-day", written), Message.of("due.no-day-remedy"));
    }
  }

  private static Parsed<Due> understand(String plain, String written) {
    for (Due.Part part : Due.Part.values()) {
      if (part.word().equalsIgnoreCase(plain)) {
        return new Parsed.Understood<>(new Due.EndOfEach(part));
      }
    }
    Matcher workingDays = WORKING_DAYS.matcher(plain);
    Matcher recurrence = RECURRENCE.matcher(plain);
    if (YEARLY.matcher(plain).matches()) {
      return new Parsed.Understood<>(new Due.EveryYear(MonthDay.parse(plain)));
    } else if (DATE.matcher(plain).matches()) {
      return new Parsed.Understood<>(new Due.On(LocalDate.parse(plain)));
    } else if (workingDays.matches()) {
      return workingDays(Integer.parseInt(workingDays.group(1) + workingDays.group(2)), written);
    } else if (PERIOD.matcher(plain).matches()) {
      return fromEvent(Period.parse(plain), written);
    } else if (recurrence.matches()) {
      return recurrence(recurrence, written);
    }
    return refused(written);
  }

  private static Parsed<Due> workingDays(int count, String written) {
    return count == 0
        ? nothing(written)
        : new Parsed.Understood<>(new Due.WorkingDaysFromEvent(count));
  }

  private static Parsed<Due> fromEvent(Period period, String written) {
    return period.isZero() ? nothing(written) : new Parsed.Understood<>(new Due.FromEvent(period));
  }

  private static Parsed<Due> recurrence(Matcher parts, String written) {
    String first = parts.group(1);
    String rest = parts.group(2);
    if (rest.startsWith("--")) {
      return first == null
          ? new Parsed.Understood<>(new Due.EveryYear(MonthDay.parse(rest)))
          : refused(written);
    }
    if (!PERIOD.matcher(rest).matches()) {
      return refused(written);
    }
    Period period = Period.parse(rest);
    if (period.isZero()) {
      return nothing(written);
    }
    return new Parsed.Understood<>(
        first == null
            ? new Due.EveryAfterEvent(period)
            : new Due.Every(LocalDate.parse(first), period));
  }

  private static Parsed<Due> nothing(String written) {
    return new Parsed.Refused<>(Message.of("due.nothing", written), Message.of("due.form-remedy"));
  }

  private static Parsed<Due> refused(String written) {
    return new Parsed.Refused<>(Message.of("due.form", written), Message.of("due.form-remedy"));
  }
}
