package jingtu.server.duty.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in words to paste into a chat group what is due soon or overdue, to each organisation and
 * to all. Who has not reported in a round-up is told by {@link WhoOwes}.
 */
@Service
public class DueWords {

  /** Of more than so many only the number is told: a chat group shows no more. */
  private static final int MOST_LINES = 8;

  /** More than any county has; a list that is longer is told as far as it goes. */
  private static final int MOST_DUTIES = 10_000;

  private final DueDuties due;
  private final Clock clock;

  DueWords(DueDuties due, Clock clock) {
    this.due = due;
    this.clock = clock;
  }

  /**
   * What is told to one organisation.
   *
   * @param duties how many, also where not all are written out
   */
  public record ToOne(UUID organisation, String name, int duties, String text) {}

  /**
   * What is told to all.
   *
   * @param text for all of them; empty where there is nobody to tell
   * @param organisations those with something due, the earliest first
   * @param nobodys how many duties are due under names that the directory does not have
   */
  public record Told(LocalDate today, String text, List<ToOne> organisations, int nobodys) {

    public Told {
      organisations = List.copyOf(organisations);
    }
  }

  /** The words for what is due within a time, as far as the scope sees it. */
  @Transactional(readOnly = true)
  public Told of(Scope scope, Within within, Language language) {
    LocalDate today = OfficeDay.today(clock);
    List<DueDuty> all = due.due(scope, within, MOST_DUTIES);
    Map<UUID, List<DueDuty>> known =
        all.stream()
            .filter(duty -> duty.organisation().isPresent())
            .collect(
                groupingBy(
                    duty -> duty.organisation().orElseThrow(), LinkedHashMap::new, toList()));
    Words words = new Words(today, within, language);
    List<ToOne> told = new ArrayList<>();
    List<String> summary = new ArrayList<>();
    known.forEach(
        (organisation, duties) -> {
          String name = duties.getFirst().name();
          told.add(new ToOne(organisation, name, duties.size(), words.one(name, duties)));
          summary.add(words.summary(summary.size() + 1, name, duties));
        });
    int nobodys = all.size() - told.stream().mapToInt(ToOne::duties).sum();
    return new Told(today, told.isEmpty() ? "" : words.all(summary), told, nobodys);
  }

  /** The sentences, on a day and in a language. */
  private record Words(LocalDate today, Within within, Language language) {

    String one(String name, List<DueDuty> duties) {
      List<String> lines = new ArrayList<>();
      lines.add(say("one." + kind(), name, duties.size(), days()));
      for (DueDuty duty : duties.subList(0, Math.min(MOST_LINES, duties.size()))) {
        lines.add(line(lines.size(), duty));
      }
      if (duties.size() > MOST_LINES) {
        lines.add(say("more", duties.size() - MOST_LINES));
      }
      return String.join("\n", lines);
    }

    String all(List<String> summary) {
      List<String> lines = new ArrayList<>(summary);
      lines.addFirst(say("all." + kind(), today, days()));
      lines.add(say("how." + (within == Within.OVERDUE ? "overdue" : "near")));
      return String.join("\n", lines);
    }

    String summary(int number, String name, List<DueDuty> duties) {
      Optional<LocalDate> first = duties.getFirst().day();
      return say("summary", number, name, duties.size(), first.map(this::far).orElse(""));
    }

    private String line(int number, DueDuty duty) {
      String quote = WhoOwes.quote(duty.sentence());
      return say(
          "line",
          number,
          quote,
          duty.day().map(LocalDate::toString).orElse(""),
          duty.day().map(this::far).orElse(""));
    }

    private String far(LocalDate day) {
      long days = ChronoUnit.DAYS.between(today, day);
      if (days == 0) {
        return say("far.today");
      }
      return days > 0 ? say("far.near", days) : say("far.overdue", -days);
    }

    private String kind() {
      return switch (within) {
        case OVERDUE -> "overdue";
        case TODAY -> "today";
        case DAYS_3, DAYS_7, DAYS_30 -> "near";
      };
    }

    private int days() {
      return switch (within) {
        case OVERDUE, TODAY -> 0;
        case DAYS_3 -> 3;
        case DAYS_7 -> 7;
        case DAYS_30 -> 30;
      };
    }

    private String say(String key, Object... arguments) {
      return Messages.say(Message.of("due-words." + key, arguments), language);
    }
  }
}
