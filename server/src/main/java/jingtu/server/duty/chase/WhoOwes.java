package jingtu.server.duty.chase;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who has not reported, and in which words to ask them. */
@Service
public class WhoOwes {

  /** The comma, semicolon and full stop of Chinese texts end what is quoted of a sentence. */
  private static final Pattern END = Pattern.compile("[\uFF0C\uFF1B\u3002,;]");

  private static final int LONGEST_QUOTE = 40;

  /** Of more than so many only the number is told: a chat group shows no more. */
  private static final int MOST_QUOTES = 8;

  private final Rounds rounds;
  private final Chases chases;
  private final Clock clock;

  WhoOwes(Rounds rounds, Chases chases, Clock clock) {
    this.rounds = rounds;
    this.chases = chases;
    this.clock = clock;
  }

  /** Who owes reports today, as far as the scope sees the round-up; empty where it sees none. */
  @Transactional(readOnly = true)
  public Optional<Chasing> in(Scope scope, RoundId id, Language language) {
    return rounds.find(scope, id).map(round -> chasing(scope, round, language));
  }

  private Chasing chasing(Scope scope, Round round, Language language) {
    LocalDate today = OfficeDay.today(clock);
    int overdue = (int) Math.max(0, ChronoUnit.DAYS.between(round.due(), today));
    Map<UUID, List<Chase>> before =
        chases.of(round.id()).stream().collect(groupingBy(Chase::organisation));
    List<Owing> owing = new ArrayList<>();
    Map<UUID, List<Rounds.Owed>> owed =
        rounds.owed(scope, round.id()).stream()
            .collect(groupingBy(Rounds.Owed::organisation, LinkedHashMap::new, toList()));
    owed.forEach(
        (organisation, own) -> {
          String name = own.getFirst().name();
          List<String> open =
              own.stream()
                  .filter(each -> each.status() == LineStatus.OPEN)
                  .map(each -> quote(each.sentence()))
                  .toList();
          int returned = own.size() - open.size();
          owing.add(
              new Owing(
                  organisation,
                  name,
                  open,
                  returned,
                  text(round, name, open, returned, overdue, language),
                  before.getOrDefault(organisation, List.of())));
        });
    return new Chasing(today, overdue, text(round, today, overdue, owing, language), owing);
  }

  /**
   * The words in which to ask one organisation.
   *
   * @param open the beginnings of the sentences of which nothing was said
   * @param overdue how many days have passed since it was due; 0 up to that day
   */
  public static String text(
      Round round, String name, List<String> open, int returned, int overdue, Language language) {
    String period = PeriodNames.of(round.period(), language);
    String opening =
        overdue > 0
            ? say(language, "chase.overdue", name, period, round.due(), overdue)
            : say(language, "chase.due", name, period, round.due());
    String quotes =
        open.isEmpty()
            ? ""
            : say(
                language,
                open.size() > MOST_QUOTES ? "chase.open-and-more" : "chase.open",
                open.size(),
                open.stream()
                    .limit(MOST_QUOTES)
                    .collect(Collectors.joining(say(language, "chase.and"))));
    String again = returned > 0 ? say(language, "chase.returned", returned) : "";
    return opening + quotes + again;
  }

  /** The words in which to ask all of them together. */
  public static String text(
      Round round, LocalDate today, int overdue, List<Owing> owing, Language language) {
    String period = PeriodNames.of(round.period(), language);
    if (owing.isEmpty()) {
      return say(language, "chase.all-in", period);
    }
    StringBuilder text =
        new StringBuilder(
            overdue > 0
                ? say(language, "chase.all-overdue", period, round.due(), today, overdue)
                : say(language, "chase.all-due", period, round.due(), today));
    for (int i = 0; i < owing.size(); i++) {
      Owing one = owing.get(i);
      text.append('\n')
          .append(
              say(language, "chase.one", i + 1, one.name(), one.open().size() + one.returned()));
    }
    return text.append('\n').append(say(language, "chase.how")).toString();
  }

  /** What a sentence begins with, up to its first stop. */
  public static String quote(String sentence) {
    String clause = END.split(sentence.strip(), 2)[0];
    return clause.codePointCount(0, clause.length()) <= LONGEST_QUOTE
        ? clause
        : clause.substring(0, clause.offsetByCodePoints(0, LONGEST_QUOTE)) + "\u2026";
  }

  private static String say(Language language, String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
  }
}
