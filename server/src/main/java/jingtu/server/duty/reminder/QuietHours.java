package jingtu.server.duty.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import jingtu.server.scope.OfficeDay;
import jingtu.vocabulary.WorkingDays;

/**
 * When nothing goes out, by the time of the offices.
 *
 * @param from the beginning of the quiet hours of a day
 * @param to their end, on the next day where it is earlier than the beginning; the same time means
 *     that no hours are quiet
 * @param workingDaysOnly whether days off are quiet as a whole
 */
public record QuietHours(LocalTime from, LocalTime to, boolean workingDaysOnly) {

  /** Whether nothing goes out at a moment. */
  public boolean cover(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, OfficeDay.ZONE);
    return !isOpen(local.toLocalDate()) || cover(local.toLocalTime());
  }

  /** Whether they hold at a time of a day on which something may go out. */
  boolean cover(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** The moment itself where something may go out at it, else the first from then on. */
  public Instant endAfter(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, OfficeDay.ZONE);
    LocalDate day = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    while (!isOpen(day) || cover(time)) {
      boolean laterThatDay = isOpen(day) && time.isBefore(to);
      if (!laterThatDay) {
        day = day.plusDays(1);
      }
      time = laterThatDay || cover(LocalTime.MIN) ? to : LocalTime.MIN;
    }
    return day.atTime(time).atZone(OfficeDay.ZONE).toInstant();
  }

  /** Whether anything goes out on a day at all. */
  boolean isOpen(LocalDate day) {
    return !workingDaysOnly || WorkingDays.shipped().isWorkingDay(day);
  }

  /** The first day after it on which something goes out. */
  LocalDate next(LocalDate day) {
    return workingDaysOnly ? WorkingDays.shipped().next(day).date() : day.plusDays(1);
  }

  /** The last day before it on which something went out. */
  LocalDate previous(LocalDate day) {
    return workingDaysOnly ? WorkingDays.shipped().previous(day).date() : day.minusDays(1);
  }
}
