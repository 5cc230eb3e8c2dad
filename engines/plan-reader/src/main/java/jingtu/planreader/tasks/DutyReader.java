package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.grammar.ActorGrammar;
import jingtu.planreader.grammar.Cuts;
import jingtu.planreader.grammar.DateGrammar;
import jingtu.planreader.grammar.DatePhrase;
import jingtu.planreader.grammar.EventGrammar;
import jingtu.planreader.grammar.Sentences;
import jingtu.planreader.grammar.TargetGrammar;
import jingtu.planreader.grammar.TargetPhrase;
import jingtu.planreader.grammar.Topic;
import jingtu.planreader.structure.Condensed;

/**
 * Reads what the sentences of some text oblige to: who, when, on what event, how much.
 *
 * <p>A sentence is parted at its semicolons, and where a second date begins a second duty: 5月开工，
 * 10月建成.
 */
final class DutyReader {

  private final Condensed text;
  private final Optional<Integer> planYear;

  DutyReader(Condensed text, Optional<Integer> planYear) {
    this.text = text;
    this.planYear = planYear;
  }

  /**
   * What one part of a sentence obliges to.
   *
   * @param from where it begins in the condensed text
   * @param words its words
   * @param natural deadlines that are only in the nature of the thing: 年度计划
   */
  record Duty(
      int from,
      int to,
      String words,
      Span span,
      Optional<String> actor,
      List<Deadline> deadlines,
      List<Deadline> natural,
      List<String> events,
      List<Target> targets) {

    /** Its deadlines; those in the nature of the thing where there is no other. */
    List<Deadline> allDeadlines() {
      return deadlines.isEmpty() ? natural : deadlines;
    }

    boolean isDated() {
      return !allDeadlines().isEmpty();
    }
  }

  /** Reads a stretch of the condensed text; {@code topic} completes names such as 整治任务. */
  List<Duty> read(int from, int to, String topic) {
    List<Duty> duties = new ArrayList<>();
    String words = text.text().substring(from, to);
    for (int[] sentence : Sentences.sentences(words)) {
      readSentence(from + sentence[0], words.substring(sentence[0], sentence[1]), topic, duties);
    }
    return duties;
  }

  private void readSentence(int offset, String sentence, String topic, List<Duty> duties) {
    List<DatePhrase> dates = DateGrammar.read(sentence, planYear);
    List<TargetPhrase> targets = TargetGrammar.read(sentence);
    Optional<String> actor = Optional.empty();
    for (int[] part : parts(sentence, dates)) {
      boolean goesOn = part[0] > 0 && "，,".indexOf(sentence.charAt(part[0] - 1)) >= 0;
      Optional<String> before = goesOn ? actor : Optional.empty();
      actor = ActorGrammar.find(sentence.substring(part[0], part[1])).or(() -> before);
      duties.add(duty(offset, sentence, part, actor, dates, targets, topic));
    }
  }

  private List<int[]> parts(String sentence, List<DatePhrase> dates) {
    List<int[]> parts = new ArrayList<>();
    for (int[] clause : Sentences.clauses(sentence)) {
      int start = clause[0];
      for (int cut : Cuts.of(sentence, clause, dates)) {
        parts.add(new int[] {start, cut});
        start = cut;
      }
      parts.add(new int[] {start, clause[1]});
    }
    return parts;
  }

  private Duty duty(
      int offset,
      String sentence,
      int[] part,
      Optional<String> actor,
      List<DatePhrase> dates,
      List<TargetPhrase> targets,
      String topic) {
    String words = sentence.substring(part[0], part[1]);
    List<DatePhrase> own = dates.stream().filter(d -> within(d.from(), part)).toList();
    Span span = text.span(offset + part[0], offset + part[1]);
    return new Duty(
        offset + part[0],
        offset + part[1],
        words,
        span,
        actor,
        deadlines(offset, own.stream().filter(d -> !isNatural(d)).toList()),
        natural(offset, own.stream().filter(DutyReader::isNatural).toList(), words),
        EventGrammar.read(words),
        targets.stream()
            .filter(t -> within(t.from(), part))
            .map(t -> target(offset, t, dates, topic))
            .toList());
  }

  private static boolean isNatural(DatePhrase date) {
    return date.kind() == DatePhrase.Kind.YEARLY_BY_NATURE;
  }

  private static boolean within(int at, int[] part) {
    return at >= part[0] && at < part[1];
  }

  private List<Deadline> deadlines(int offset, List<DatePhrase> dates) {
    Map<String, Deadline> distinct = new LinkedHashMap<>();
    dates.forEach(date -> distinct.putIfAbsent(date.notation(), deadline(offset, date)));
    return List.copyOf(distinct.values());
  }

  /** The yearly task of a plan for one year is due when the year ends. */
  private List<Deadline> natural(int offset, List<DatePhrase> dates, String words) {
    if (dates.isEmpty()) {
      return List.of();
    }
    Deadline yearly = deadline(offset, dates.getFirst());
    boolean dueThisYear = DateGrammar.isYearsWork(words);
    return List.of(
        planYear
            .filter(year -> dueThisYear)
            .map(year -> new Deadline(year + "-12-31", yearly.span(), true))
            .orElse(yearly));
  }

  private Deadline deadline(int offset, DatePhrase date) {
    return new Deadline(
        date.notation(), text.span(offset + date.from(), offset + date.to()), date.assumed());
  }

  private Target target(int offset, TargetPhrase phrase, List<DatePhrase> dates, String topic) {
    Optional<Deadline> by = phrase.by(dates).map(date -> deadline(offset, date));
    String indicator =
        phrase.value().isEmpty() ? Topic.complete(phrase.indicator(), topic) : phrase.indicator();
    return new Target(
        text.span(offset + phrase.from(), offset + phrase.to()),
        indicator,
        phrase.comparator(),
        phrase.value(),
        phrase.unit(),
        by,
        phrase.baseline(),
        phrase.reference(),
        phrase.scope(),
        phrase.implied(),
        phrase.aspirational());
  }
}
