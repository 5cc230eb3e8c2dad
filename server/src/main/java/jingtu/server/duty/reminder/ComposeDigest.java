package jingtu.server.duty.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.Round;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * Puts into one message what there is to say to an organisation on a day. There is one only where
 * something is to be said that day; it then tells all that is owed.
 */
record ComposeDigest(Window window, ReminderSettings settings) {

  /** Offices write to each other in Chinese. */
  private static final Language LANGUAGE = Language.ZH;

  /** What is to be said to one organisation; absent where nothing is. */
  Optional<Draft> to(Owed owed) {
    Set<Reason> reasons = reasons(owed);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<Draft.Ask> asks =
        owed.inRounds().stream()
            .filter(this::isTold)
            .map(each -> new Draft.Ask(each.round().id().value(), words(owed.name(), each)))
            .toList();
    List<String> near = near(owed);
    List<String> over = over(owed);
    StringBuilder body = new StringBuilder(say("greeting", owed.name()));
    tell(body, "not-reported", asks.stream().map(Draft.Ask::text).toList());
    tell(body, "due", near);
    tell(body, "overdue", over);
    body.append("\n\n").append(say("ending"));
    String subject = say("subject", owed.name(), asks.size() + near.size() + over.size());
    return Optional.of(
        new Draft(
            Optional.of(owed.organisation()),
            owed.name(),
            reasons,
            subject,
            body.toString(),
            asks));
  }

  /** What is to be said to the group of the region of round-ups; absent where nothing is. */
  Optional<Draft> toGroup(List<Owed> all) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Map<Round, List<Owing>> owing = new LinkedHashMap<>();
    for (Owed owed : all) {
      for (Owed.InRound each : owed.inRounds()) {
        if (isTold(each)) {
          reasons.addAll(reasons(each));
          owing.computeIfAbsent(each.round(), r -> new ArrayList<>()).add(owing(owed, each));
        }
      }
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    owing.forEach(
        (round, who) ->
            texts.add(WhoOwes.text(round, window.today(), overdue(round), who, LANGUAGE)));
    return Optional.of(
        new Draft(
            Optional.empty(),
            "",
            reasons,
            say("subject.group"),
            String.join("\n\n", texts),
            List.of()));
  }

  private Set<Reason> reasons(Owed owed) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    owed.inRounds().forEach(each -> reasons.addAll(reasons(each)));
    for (Owed.Dated each : owed.dated()) {
      if (window.announces(each.due(), marks(each))) {
        reasons.add(Reason.DUE);
      }
      if (!each.recurs() && asksFor(each.due())) {
        reasons.add(Reason.OVERDUE);
      }
    }
    return reasons;
  }

  private Set<Reason> reasons(Owed.InRound each) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (window.announces(each.round().due(), settings.daysBefore())) {
      reasons.add(Reason.NOT_REPORTED);
    }
    if (asksFor(each.round().due())) {
      reasons.add(Reason.OVERDUE);
    }
    // It is said on the day after, so that a morning's digest does not tell what came later.
    if (each.returned().stream().anyMatch(day -> window.has(day.plusDays(1)))) {
      reasons.add(Reason.RETURNED);
    }
    return reasons;
  }

  private boolean asksFor(LocalDate due) {
    return window.asksFor(due, settings.overdueEvery(), settings.overdueFor());
  }

  /** In the first half of the time between two days nobody is told of the second. */
  private List<Integer> marks(Owed.Dated dated) {
    return settings.daysBefore().stream().filter(days -> 2 * days <= dated.since()).toList();
  }

  private boolean isTold(Owed.InRound each) {
    return overdue(each.round()) <= settings.overdueFor() || !reasons(each).isEmpty();
  }

  private List<String> near(Owed owed) {
    return owed.dated().stream()
        .filter(each -> !each.due().isBefore(window.today()))
        .filter(
            each -> {
              List<Integer> marks = marks(each);
              return window.announces(each.due(), marks)
                  || (!marks.isEmpty()
                      && window.daysTo(each.due()) <= Collections.max(marks).intValue());
            })
        .map(each -> say("due.one", each.sentence().strip(), each.due(), window.daysTo(each.due())))
        .toList();
  }

  private List<String> over(Owed owed) {
    return owed.dated().stream()
        .filter(each -> !each.recurs() && each.due().isBefore(window.today()))
        .filter(each -> -window.daysTo(each.due()) <= settings.overdueFor() || asksFor(each.due()))
        .map(
            each ->
                say("overdue.one", each.sentence().strip(), each.due(), -window.daysTo(each.due())))
        .toList();
  }

  private String words(String name, Owed.InRound each) {
    return WhoOwes.text(
        each.round(),
        name,
        each.open().stream().map(WhoOwes::quote).toList(),
        each.returned().size(),
        overdue(each.round()),
        LANGUAGE);
  }

  private static Owing owing(Owed owed, Owed.InRound each) {
    UUID organisation = owed.organisation();
    return new Owing(organisation, owed.name(), each.open(), each.returned().size(), "", List.of());
  }

  private int overdue(Round round) {
    return Math.max(0, -window.daysTo(round.due()));
  }

  private static void tell(StringBuilder body, String what, List<String> lines) {
    if (!lines.isEmpty()) {
      body.append("\n\n").append(say(what));
      lines.forEach(line -> body.append('\n').append(say("line", line)));
    }
  }

  private static String say(String key, Object... arguments) {
    return Messages.say(Message.of("reminder." + key, arguments), LANGUAGE);
  }
}
