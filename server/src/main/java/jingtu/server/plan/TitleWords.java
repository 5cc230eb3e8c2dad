package jingtu.server.plan;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words of a title, or of an issuer's name, suggest; the words lie in {@code /plan}. */
final class TitleWords {

  private record Kind(PlanKind kind, String words) {}

  private record Level(PlanLevel level, String ending) {}

  private record Period(Pattern words, String first, String last) {}

  private static final List<Kind> KINDS =
      PlanData.lines("kinds.csv").stream()
          .map(line -> line.split(",", 2))
          .map(cells -> new Kind(PlanKind.valueOf(cells[0]), cells[1]))
          .toList();

  private static final List<Level> LEVELS =
      PlanData.lines("levels.csv").stream()
          .map(line -> line.split(",", 2))
          .map(cells -> new Level(PlanLevel.valueOf(cells[0]), cells[1]))
          .sorted(Comparator.comparingInt((Level level) -> level.ending().length()).reversed())
          .toList();

  private static final List<Period> PERIODS =
      PlanData.lines("periods.csv").stream()
          .map(line -> line.split(";", 3))
          .map(cells -> new Period(Pattern.compile(cells[0]), cells[1], cells[2]))
          .toList();

  /** A name of a place with its ending, or the one authority whose name is its ending. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\p{IsHan}{0,7}?(%s)"
              .formatted(LEVELS.stream().map(Level::ending).collect(Collectors.joining("|"))));

  private TitleWords() {}

  /** The years that a title names, from the first day of the first to the last of the last. */
  static Optional<Validity> years(String title) {
    return PERIODS.stream()
        .filter(period -> period.words().matcher(title).find())
        .findFirst()
        .flatMap(period -> years(title, period));
  }

  private static Optional<Validity> years(String title, Period period) {
    Matcher found = period.words().matcher(title);
    if (!found.find()) {
      return Optional.empty();
    }
    Optional<LocalDate> from = Optional.of(LocalDate.of(year(period.first(), found), 1, 1));
    Optional<LocalDate> to =
        Optional.of(LocalDate.of(year(period.last(), found), Month.DECEMBER, 31));
    return Validity.isOne(from, to) ? Optional.of(new Validity(from, to)) : Optional.empty();
  }

  private static int year(String told, Matcher found) {
    return Integer.parseInt(
        told.startsWith("$") ? found.group(Integer.parseInt(told.substring(1))) : told);
  }

  /** The kind of plan that has such a title and such years. */
  static PlanKind kind(String title, Optional<Validity> years) {
    PlanKind kind =
        KINDS.stream()
            .filter(each -> title.contains(each.words()))
            .map(Kind::kind)
            .findFirst()
            .orElse(PlanKind.OTHER);
    boolean forYears = kind == PlanKind.WORK_PLAN || kind == PlanKind.SPECIAL_ACTION;
    return forYears && years.filter(Validity::isOneYear).isPresent() ? PlanKind.ANNUAL_PLAN : kind;
  }

  /** The level of the government that a name begins with; empty where it names no place. */
  static Optional<PlanLevel> level(String name) {
    Optional<PlanLevel> level = Optional.empty();
    Matcher place = PLACE.matcher(name);
    for (int at = 0; place.region(at, name.length()).lookingAt(); at = place.end()) {
      boolean bare = place.start(1) - at < (at == 0 ? 1 : 2);
      Optional<PlanLevel> found = levelOf(place.group(1));
      if (bare && !found.equals(Optional.of(PlanLevel.NATION))) {
        break;
      }
      level = found;
    }
    return level;
  }

  /** Whether a title begins with a level instead of a place, as “the province's plan” does. */
  static boolean isRelative(String title) {
    return LEVELS.stream().anyMatch(level -> title.startsWith(level.ending()));
  }

  private static Optional<PlanLevel> levelOf(String ending) {
    return LEVELS.stream()
        .filter(each -> each.ending().equals(ending))
        .map(Level::level)
        .findFirst();
  }
}
