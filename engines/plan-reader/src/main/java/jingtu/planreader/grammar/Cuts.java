package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.DatePhrase.Kind;

/**
 * Where one clause of a sentence holds several duties: a second date begins a second duty (5月开工，
 * 10月建成), so does a second one who has to act, and in a long clause each part with a time of its
 * own.
 */
public final class Cuts {

  private static final int LONG = 100;

  /** A shorter remainder only completes what stands before it: 建立清单，2020年底前完成. */
  private static final int SHORTEST_DUTY = 12;

  private static final Pattern FAILING = Pattern.compile("(?:逾期|拒不|仍未|未按)[^，,由]{0,24}的由");
  private static final Lexicon<String> VERBS = Lexicon.words("heading-verbs.txt");

  private Cuts() {}

  /** Where to cut a clause of a sentence, each place after a comma, in order. */
  public static List<Integer> of(String sentence, int[] clause, List<DatePhrase> dates) {
    List<Integer> cuts = new ArrayList<>();
    String words = sentence.substring(clause[0], clause[1]);
    boolean isLong = words.length() > LONG;
    int start = clause[0];
    int next = 0;
    boolean dated = false;
    boolean timed = false;
    boolean acted = false;
    for (int[] part : Sentences.commaParts(words)) {
      int from = clause[0] + part[0];
      int to = clause[0] + part[1];
      boolean hasTime = false;
      boolean opensWithDate = false;
      while (next < dates.size() && dates.get(next).from() < to) {
        DatePhrase date = dates.get(next++);
        hasTime |= date.from() >= from;
        opensWithDate |= date.from() >= from && date.from() <= from + 1 && isDate(date);
      }
      boolean opensWithActor = ActorGrammar.opens(sentence.substring(from, to));
      boolean another =
          (opensWithActor && hasTime && (acted || timed)) || saysWhatElse(sentence, from, to);
      boolean second = another || (dated && opensWithDate);
      boolean lengthy =
          isLong
              && (hasTime
                  ? clause[1] - from >= SHORTEST_DUTY
                  : timed && beginsDuty(sentence, from));
      if (from > start && (second || (lengthy && from - start >= SHORTEST_DUTY))) {
        cuts.add(from);
        start = from;
        timed = false;
        acted = false;
      }
      acted |= opensWithActor;
      dated |= opensWithDate;
      timed |= hasTime;
    }
    return cuts;
  }

  /** 逾期未提交的，由县水利局约谈: what happens to those who fail is another's duty. */
  private static boolean saysWhatElse(String sentence, int from, int to) {
    return FAILING.matcher(sentence).region(from, to).lookingAt();
  }

  private static boolean isDate(DatePhrase date) {
    return date.kind() == Kind.DATE
        || date.kind() == Kind.OPEN_START
        || date.kind() == Kind.INTERVAL;
  }

  private static boolean beginsDuty(String sentence, int at) {
    return sentence.charAt(at) == '对' || VERBS.at(sentence, at).isPresent();
  }
}
