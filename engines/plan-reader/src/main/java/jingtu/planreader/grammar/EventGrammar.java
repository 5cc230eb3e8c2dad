package jingtu.planreader.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what starts or bounds a duty besides dates: 工程完工后, 事先, 接到通知六个月内, 发现…的. */
public final class EventGrammar {

  private static final int LONGEST_PART = 200;

  private static final List<Pattern> EVENTS =
      Lexicon.words("events.txt").all().stream().map(Pattern::compile).toList();

  private EventGrammar() {}

  /** The events of a sentence, in its own words. */
  public static List<String> read(String sentence) {
    Set<String> events = new LinkedHashSet<>();
    for (int[] part : Sentences.commaParts(sentence)) {
      if (part[1] - part[0] <= LONGEST_PART) {
        read(sentence.substring(part[0], part[1]), events);
      }
    }
    return List.copyOf(events);
  }

  private static void read(String part, Set<String> events) {
    for (Pattern pattern : EVENTS) {
      Matcher event = pattern.matcher(part);
      if (event.find() && events.stream().noneMatch(known -> known.contains(event.group()))) {
        events.add(event.group());
      }
    }
  }
}
