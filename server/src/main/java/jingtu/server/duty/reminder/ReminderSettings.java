package jingtu.server.duty.reminder;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * When a region has reminders sent.
 *
 * @param on whether the program sends any by itself
 * @param daysBefore how many days before something is due, the longest first
 * @param overdueEvery how many days lie between two reminders of what is overdue; the first goes
 *     out on the day after
 * @param overdueFor for how many days after it was due something is asked for
 * @param digestAt when what there is to say is put together, outside the quiet hours
 */
public record ReminderSettings(
    boolean on,
    List<Integer> daysBefore,
    int overdueEvery,
    int overdueFor,
    QuietHours quiet,
    LocalTime digestAt) {

  public static final int MOST_DAYS = 90;
  private static final int MOST_MARKS = 6;

  public ReminderSettings {
    daysBefore = daysBefore.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (daysBefore.isEmpty()
        || daysBefore.size() > MOST_MARKS
        || !daysBefore.stream().allMatch(days -> days >= 0 && days <= MOST_DAYS)) {
      throw new Fault("reminder.bad-days-before", MOST_MARKS, MOST_DAYS);
    }
    if (overdueEvery < 1 || overdueEvery > MOST_DAYS || overdueFor < 0 || overdueFor > MOST_DAYS) {
      throw new Fault("reminder.bad-overdue", MOST_DAYS);
    }
    if (quiet.cover(digestAt)) {
      throw new Fault("reminder.bad-digest-at", quiet.from(), quiet.to());
    }
  }

  /** The same, on or off. */
  ReminderSettings switched(boolean nowOn) {
    return new ReminderSettings(nowOn, daysBefore, overdueEvery, overdueFor, quiet, digestAt);
  }

  /** What is wrong with settings. */
  public static final class Fault extends IllegalArgumentException {

    private final String key;
    private final transient List<Object> allowed;

    Fault(String key, Object... allowed) {
      super(key);
      this.key = key;
      this.allowed = List.of(allowed);
    }

    /** That of the message that says it. */
    public String key() {
      return key;
    }

    /** What the message says is allowed. */
    public Object[] allowed() {
      return allowed.toArray();
    }
  }
}
