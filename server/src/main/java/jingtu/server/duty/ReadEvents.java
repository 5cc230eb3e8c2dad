package jingtu.server.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jingtu.vocabulary.CsvTable;
import org.springframework.stereotype.Component;

/**
 * Reads how long the words of an event leave. The words that state it stand in {@code
 * duty/event-lengths.csv}; numbers are Arabic in either width, or Chinese up to hundreds.
 */
@Component
class ReadEvents {

  private static final String SHIPPED = "/duty/event-lengths.csv";

  /** What is longer is the number of a year. */
  private static final int MOST = 999;

  private static final int TEN = 10;

  /** What a word of the file does. */
  private enum Kind {
    NUMBER,
    UNIT,
    LENGTH,
    NO_LENGTH,
    BEFORE_NUMBER,
    AFTER_NUMBER,
    FILLER,
    NOW
  }

  private final Map<Kind, List<String>> words;
  private final Map<String, String> meanings = new HashMap<>();
  private final Pattern pattern;

  ReadEvents() {
    List<CsvTable.Row> rows =
        CsvTable.resource(ReadEvents.class, SHIPPED, "kind", "word", "meaning").rows();
    words =
        rows.stream()
            .collect(
                groupingBy(
                    row -> Kind.valueOf(row.get("kind")),
                    () -> new EnumMap<>(Kind.class),
                    mapping(row -> row.get("word"), toList())));
    rows.stream()
        .filter(row -> !row.get("meaning").isEmpty())
        .forEach(row -> meanings.put(row.get("word"), row.get("meaning")));
    String numeral = "[0-9" + String.join("", of(Kind.NUMBER)) + "]";
    pattern =
        Pattern.compile(
            "(?<!%1$s)(?:(%1$s{1,7})(%2$s)|(%3$s))"
                .formatted(numeral, any(Kind.UNIT), any(Kind.LENGTH)));
  }

  /** What the words say; those of which nothing is known state no length. */
  EventWords read(String event) {
    String text = Normalizer.normalize(event, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    Set<EventLength> lengths = new LinkedHashSet<>();
    pattern
        .matcher(text)
        .results()
        .forEach(
            found ->
                length(found, text.substring(0, found.start()), text.substring(found.end()))
                    .ifPresent(lengths::add));
    boolean before =
        lengths.isEmpty() ? isPlanned(text) : lengths.stream().anyMatch(EventLength::before);
    return new EventWords(List.copyOf(lengths), before);
  }

  private Optional<EventLength> length(MatchResult found, String front, String rest) {
    if (of(Kind.NO_LENGTH).stream().anyMatch(front::endsWith)) {
      return Optional.empty();
    }
    boolean before =
        of(Kind.AFTER_NUMBER).stream().anyMatch(rest::startsWith) || leadsBefore(unfilled(front));
    if (found.group(3) != null) {
      String[] parts = meanings.getOrDefault(found.group(3), "").split(" ", 2);
      return Optional.of(
          new EventLength(Integer.parseInt(parts[0]), EventLength.Unit.valueOf(parts[1]), before));
    }
    int count = number(found.group(1));
    return count < 1 || count > MOST
        ? Optional.empty()
        : Optional.of(
            new EventLength(
                count,
                EventLength.Unit.valueOf(meanings.getOrDefault(found.group(2), "")),
                before));
  }

  /** Digits follow one another; ten and a hundred multiply what stands before them. */
  private int number(String numeral) {
    int total = 0;
    int digits = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int value =
          c <= '9' ? c - '0' : Integer.parseInt(meanings.getOrDefault(String.valueOf(c), "0"));
      if (value < TEN) {
        digits = digits * TEN + value;
      } else {
        total += Math.max(digits, 1) * value;
        digits = 0;
      }
    }
    return total + digits;
  }

  private boolean leadsBefore(String front) {
    return of(Kind.BEFORE_NUMBER).stream().anyMatch(front::endsWith)
        && of(Kind.NOW).stream().noneMatch(front::endsWith);
  }

  private boolean isPlanned(String text) {
    String rest = text;
    for (String now : of(Kind.NOW)) {
      rest = rest.replace(now, "");
    }
    return of(Kind.BEFORE_NUMBER).stream().anyMatch(rest::contains);
  }

  private String unfilled(String front) {
    for (String filler : of(Kind.FILLER)) {
      if (front.endsWith(filler)) {
        return unfilled(front.substring(0, front.length() - filler.length()));
      }
    }
    return front;
  }

  private Collection<String> of(Kind kind) {
    return words.getOrDefault(kind, List.of());
  }

  /** Any word of a kind, the longest first. */
  private String any(Kind kind) {
    return of(kind).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(joining("|"));
  }
}
