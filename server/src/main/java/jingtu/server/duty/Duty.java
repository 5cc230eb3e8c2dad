package jingtu.server.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.RegionCode;

/**
 * One sentence that obliges one organisation.
 *
 * @param region whose office keeps it
 * @param chapter the outermost heading above the sentence; may be empty
 * @param heading all headings above, on one line
 * @param sentence as printed when the duty was opened
 * @param printedName the name in the plan that brought it into this list; may be empty
 * @param awake whether it is asked about; what only a general rule hands to implementers sleeps
 *     until somebody confirms it
 * @param reports whether this organisation reports on it; of several leads the first-named does
 * @param standard the values that the plan wants, each on a line; may be empty
 * @param ended why it is in no list any more; absent while it is
 * @param handed what makes it a part of another duty; absent for what the plan itself asks
 * @param due the days on which it is due, the earliest first
 * @param version grows with each change; 1 when it was opened
 */
public record Duty(
    DutyId id,
    RegionCode region,
    DutyOrigin origin,
    String chapter,
    String heading,
    String sentence,
    NameRole role,
    String printedName,
    Assignee assignee,
    boolean awake,
    boolean reports,
    String standard,
    Optional<Ended> ended,
    Optional<HandedDown> handed,
    List<DutyTime> times,
    List<DueDay> due,
    int version,
    String changedBy,
    Instant changedAt) {

  public Duty {
    times = List.copyOf(times);
    due = List.copyOf(due);
  }

  /** The first day from one on on which it is due, else the last one, which has passed. */
  public Optional<LocalDate> dueFrom(LocalDate first) {
    List<LocalDate> days = due.stream().map(DueDay::day).toList();
    return days.stream()
        .filter(day -> !day.isBefore(first))
        .findFirst()
        .or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
  }

  /** The words of the events that have to happen first, in the order of the sentence. */
  public List<String> events() {
    return times.stream()
        .filter(DutyTime.OnEvent.class::isInstance)
        .map(DutyTime::words)
        .distinct()
        .toList();
  }

  /**
   * What is to be done: what was handed down of the sentence where that was said, else all of it.
   */
  public String words() {
    return handed.map(HandedDown::content).filter(content -> !content.isEmpty()).orElse(sentence);
  }

  /**
   * What is asked: the sentence, and above it, on lines of its own, what was handed down of it
   * where that was said.
   */
  public String asked() {
    return handed
        .map(HandedDown::content)
        .filter(content -> !content.isEmpty())
        .map(content -> content + "\n" + sentence)
        .orElse(sentence);
  }
}
