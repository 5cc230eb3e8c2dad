package jingtu.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Medium;

/**
 * One edition of a standard: a dated set of thresholds, with what the standard says of contents
 * above and below them.
 *
 * @param standard the number without the year: {@code GB 15618}
 * @param edition the year: {@code 2018}
 * @param title its names, in both languages
 * @param from the first day on which it is in force
 * @param until the last such day; empty while it is in force
 * @param categories names of the crops, foods or classes of water, keyed as thresholds name them,
 *     in the order of the standard, the best class first; empty where thresholds have none
 * @param statements what the standard says of an outcome, in its own words and with the clause
 * @param conditions circumstances that some thresholds ask for besides the category, such as saline
 *     soil, keyed as thresholds name them
 * @param beyond the category of what exceeds every limit, itself without thresholds: class Ⅴ of
 *     groundwater; empty where there is none
 * @param print how it is printed and where it comes from
 */
public record Edition(
    String standard,
    String edition,
    Words title,
    Medium medium,
    LocalDate from,
    Optional<LocalDate> until,
    Map<String, Words> categories,
    List<Threshold> thresholds,
    List<Statement> statements,
    Confidence confidence,
    Map<String, Words> conditions,
    Optional<String> beyond,
    Print print) {

  public Edition {
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    thresholds = List.copyOf(thresholds);
    statements = List.copyOf(statements);
  }

  /** A phrase in both languages. */
  public record Words(String zh, String en) {

    public String in(Language language) {
      return switch (language) {
        case ZH -> zh;
        case EN -> en;
      };
    }
  }

  /**
   * What is printed around the numbers, and where the file has them from.
   *
   * @param tables titles of the tables, by their number
   * @param notes foot notes, keyed as thresholds name them
   * @param aliases other names of categories and conditions, by their key
   * @param missing what the standard has and the file has not, and how to load it
   * @param source where the numbers were read
   * @param file the file's name
   */
  public record Print(
      Map<String, Words> tables,
      Map<String, Note> notes,
      Map<String, List<String>> aliases,
      List<Words> missing,
      Words source,
      String file) {

    public Print {
      tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
      notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
      aliases = Map.copyOf(aliases);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A foot note.
   *
   * @param background whether it lets a content pass that is not above the local background
   * @param clause where it is printed; empty where it stands under its table
   */
  public record Note(Words words, boolean background, Optional<String> clause) {}

  /** A category and the conditions that hold, as somebody wrote them in one cell. */
  public record Choice(Optional<String> category, Set<String> conditions) {
    public Choice {
      conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
    }
  }

  /**
   * What the standard says of an outcome.
   *
   * @param outcome {@code AT_OR_BELOW_SCREENING}, {@code ABOVE_SCREENING} …
   * @param condition empty, or what must hold besides: {@code control} where the analyte has a
   *     control value, {@code no-control} where it has none, {@code background} where the content
   *     is not above the local background
   * @param clause the clause cited
   */
  public record Statement(
      String outcome,
      Optional<String> condition,
      String clause,
      Words words,
      Confidence confidence) {}

  /** The number as it is cited: {@code GB 15618-2018}. */
  public String id() {
    return standard + "-" + edition;
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The words for a category or a condition; empty where the edition has no such key. */
  public Optional<Words> wordsOf(String key) {
    return Optional.ofNullable(categories.get(key))
        .or(() -> Optional.ofNullable(conditions.get(key)));
  }

  /** The thresholds of an analyte, in the order of the standard. */
  public List<Threshold> thresholdsOf(Analyte analyte) {
    return thresholds.stream().filter(it -> it.analyte().equals(analyte)).toList();
  }

  /**
   * What a text says of category and conditions: {@code 大米}, {@code Ⅲ类}, {@code 水田作物（盐碱土地区）}, a
   * key. Empty where a part of it is neither, or two categories are named.
   */
  public Optional<Choice> choose(String written) {
    Optional<String> whole = keyOf(written, categories);
    if (whole.isPresent()) {
      return Optional.of(new Choice(whole, Set.of()));
    }
    List<String> chosen = new ArrayList<>();
    Set<String> holding = new LinkedHashSet<>();
    for (String part : Names.parts(written)) {
      Optional<String> condition = keyOf(part, conditions);
      Optional<String> category = keyOf(part, categories);
      if (condition.isEmpty() && category.isEmpty()) {
        return Optional.empty();
      }
      condition.ifPresent(holding::add);
      category.ifPresent(chosen::add);
    }
    return chosen.size() > 1 || (chosen.isEmpty() && holding.isEmpty())
        ? Optional.empty()
        : Optional.of(new Choice(chosen.stream().findFirst(), holding));
  }

  private Optional<String> keyOf(String written, Map<String, Words> named) {
    String name = Names.key(written);
    return named.entrySet().stream()
        .filter(entry -> isNamed(name, entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isNamed(String name, String key, Words words) {
    return name.equals(Names.key(key))
        || name.equals(Names.key(words.zh()))
        || name.equals(Names.key(words.en()))
        || print.aliases().getOrDefault(key, List.of()).stream()
            .anyMatch(alias -> name.equals(Names.key(alias)));
  }
}
