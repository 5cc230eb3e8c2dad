package jingtu.planreader.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The automatic numbering of a Word document, counting while the document is read from its
 * beginning. The same rules serve .docx (ECMA-376 part 1, 17.9) and .doc.
 */
final class Numbering {

  static final int LEVELS = 9;

  /**
   * One level of a list.
   *
   * @param start the first number
   * @param numerals how numbers are written
   * @param pattern the printed label; {@code %1} … {@code %9} stand for the numbers of the levels
   * @param restartAfter the level, counted from 1, after which it begins anew; 0 never, -1 after
   *     every level above
   * @param plainDigits whether all numbers in the label are written in digits
   */
  record Level(
      int start, Numerals numerals, String pattern, int restartAfter, boolean plainDigits) {}

  /** A list as a paragraph names it: the levels it counts with, and where it starts anew. */
  record ListInUse(
      String counter, Map<Integer, Level> levels, Map<Integer, Integer> startOverrides) {
    public ListInUse {
      levels = Map.copyOf(levels);
      startOverrides = Map.copyOf(startOverrides);
    }
  }

  private final Map<String, ListInUse> lists;
  private final Map<String, Counter> counters = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  private static final class Counter {
    final int[] numbers = new int[LEVELS];
    final boolean[] running = new boolean[LEVELS];
  }

  Numbering(Map<String, ListInUse> lists) {
    this.lists = Map.copyOf(lists);
  }

  /** Counts one paragraph of a list and tells the label printed before it. */
  Optional<String> label(String list, int level) {
    ListInUse used = lists.get(list);
    if (used == null || level < 0 || level >= LEVELS || !used.levels().containsKey(level)) {
      return Optional.empty();
    }
    Counter counter = counters.computeIfAbsent(used.counter(), unseen -> new Counter());
    Integer override = used.startOverrides().get(level);
    if (override != null && begun.add(list + " " + level)) {
      counter.numbers[level] = override - 1;
      counter.running[level] = true;
    }
    count(counter, used, level);
    String label = print(counter, used, level);
    return label.isEmpty() ? Optional.empty() : Optional.of(label);
  }

  private static void count(Counter counter, ListInUse used, int level) {
    if (counter.running[level]) {
      counter.numbers[level]++;
    } else {
      counter.numbers[level] = startOf(used, level);
      counter.running[level] = true;
    }
    for (int below = level + 1; below < LEVELS; below++) {
      Level lower = used.levels().get(below);
      int restartAfter = lower == null ? -1 : lower.restartAfter();
      if (restartAfter < 0 || level < restartAfter) {
        counter.running[below] = false;
      }
    }
  }

  private static int startOf(ListInUse used, int level) {
    Level of = used.levels().get(level);
    return of == null ? 1 : of.start();
  }

  private static String print(Counter counter, ListInUse used, int level) {
    Level printed =
        used.levels().getOrDefault(level, new Level(1, Numerals.NOTHING, "", -1, false));
    if (printed.numerals() == Numerals.NOTHING) {
      return "";
    }
    StringBuilder label = new StringBuilder();
    String pattern = printed.pattern();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      boolean blank = sign == '%' && i + 1 < pattern.length();
      if (!blank || pattern.charAt(i + 1) < '1' || pattern.charAt(i + 1) > '9') {
        label.append(sign);
        continue;
      }
      int named = pattern.charAt(++i) - '1';
      label.append(number(counter, used, named, printed.plainDigits()));
    }
    return label.toString();
  }

  private static String number(Counter counter, ListInUse used, int level, boolean plainDigits) {
    int number = counter.running[level] ? counter.numbers[level] : startOf(used, level);
    Level of = used.levels().get(level);
    Numerals numerals = of == null || plainDigits ? Numerals.DECIMAL : of.numerals();
    return numerals.write(number);
  }

  /** A label and the words after it; a blank only where they would run into each other. */
  static String join(String label, String words) {
    boolean open = Character.isLetterOrDigit(label.codePointBefore(label.length()));
    return open && !words.isEmpty() ? label + " " + words : label + words;
  }
}
