package jingtu.server.duty.closeout;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jingtu.vocabulary.Message;

/** The percentages of a list that are wanted by their days, the earliest first. */
public record Targets(List<Milestone> milestones) {

  /** The most milestones of a list. */
  public static final int MOST = 12;

  private static final int WHOLE = 100;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  public Targets {
    milestones = List.copyOf(milestones);
  }

  /** Why they cannot be kept; absent where they can. */
  public Optional<Message> fault() {
    if (milestones.isEmpty()) {
      return Optional.of(Message.of("closeout.no-milestone"));
    }
    if (milestones.size() > MOST) {
      return Optional.of(Message.of("closeout.many-milestones", MOST));
    }
    return milestones.stream()
        .map(Targets::fault)
        .flatMap(Optional::stream)
        .findFirst()
        .or(this::notRising);
  }

  /** Whether a day lies in the years in which things fall due. */
  static boolean isLikely(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static Optional<Message> fault(Milestone milestone) {
    if (milestone.percent() < 1 || milestone.percent() > WHOLE) {
      return Optional.of(Message.of("closeout.percent", milestone.percent()));
    }
    return isLikely(milestone.day())
        ? Optional.empty()
        : Optional.of(Message.of("closeout.year", milestone.day(), FIRST_YEAR, LAST_YEAR));
  }

  private Optional<Message> notRising() {
    return IntStream.range(1, milestones.size())
        .mapToObj(i -> notRising(milestones.get(i - 1), milestones.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Message> notRising(Milestone before, Milestone after) {
    if (!after.day().isAfter(before.day())) {
      return Optional.of(Message.of("closeout.days-not-rising", before.day(), after.day()));
    }
    return after.percent() > before.percent()
        ? Optional.empty()
        : Optional.of(
            Message.of("closeout.percents-not-rising", before.percent(), after.percent()));
  }

  /**
   * Where a list stands on a day. All its items count for each milestone, also those that came onto
   * it later.
   */
  public List<TargetStanding> standings(CloseOutTally tally, LocalDate today) {
    return milestones.stream().map(milestone -> standing(milestone, tally, today)).toList();
  }

  private static TargetStanding standing(
      Milestone milestone, CloseOutTally tally, LocalDate today) {
    int needed = milestone.needed(tally.items());
    int lacking = Math.max(0, needed - tally.struckOff());
    long left = ChronoUnit.DAYS.between(today, milestone.day());
    TargetStanding.State state;
    if (tally.items() == 0) {
      state = TargetStanding.State.EMPTY;
    } else if (tally.struckOffBy(milestone.day()) >= needed) {
      state = TargetStanding.State.REACHED;
    } else if (left >= 0) {
      state = TargetStanding.State.RUNNING;
    } else {
      state = lacking == 0 ? TargetStanding.State.CAUGHT_UP : TargetStanding.State.MISSED;
    }
    return new TargetStanding(milestone, state, needed, lacking, Math.toIntExact(left));
  }
}
