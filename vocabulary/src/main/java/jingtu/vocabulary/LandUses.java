package jingtu.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Words and codes for uses of land: plain words, GB 50137-2011, and the classification of uses of
 * land and sea of 2023, each with the days on which it is in force.
 */
public final class LandUses {

  private static final String[] COLUMNS = {
    "scheme",
    "code",
    "chinese",
    "land_use",
    "residential_or_public",
    "from",
    "until",
    "confidence",
    "note"
  };
  private static final LandUses SHIPPED =
      new LandUses(CsvTable.resource(LandUses.class, "land-uses.csv", COLUMNS));

  private final List<LandUseTerm> terms = new ArrayList<>();
  private final Map<String, List<LandUseTerm>> byKey = new HashMap<>();

  private LandUses(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      LandUseTerm term = term(row);
      terms.add(term);
      List.of(term.code(), term.chinese()).stream()
          .filter(Predicate.not(String::isEmpty))
          .forEach(name -> add(name, term, row));
    }
    for (LandUse landUse : LandUse.values()) {
      byKey.putIfAbsent(Spelling.key(landUse.name()), List.of(plain(landUse)));
    }
  }

  private void add(String name, LandUseTerm term, CsvTable.Row row) {
    List<LandUseTerm> same = byKey.computeIfAbsent(Spelling.key(name), key -> new ArrayList<>());
    for (LandUseTerm other : same) {
      if (overlap(term, other) && !term.agreesWith(other)) {
        throw row.fault("'" + name + "' is ambiguous: it names " + other + " and " + term);
      }
    }
    same.add(term);
  }

  private static boolean overlap(LandUseTerm one, LandUseTerm other) {
    return one.inForceOn(other.from().orElse(LocalDate.MIN))
        || other.inForceOn(one.from().orElse(LocalDate.MIN));
  }

  private static LandUseTerm plain(LandUse landUse) {
    return new LandUseTerm(
        "words",
        "",
        landUse.name(),
        Optional.of(landUse),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Confidence.A,
        "");
  }

  private static LandUseTerm term(CsvTable.Row row) {
    return new LandUseTerm(
        row.get("scheme"),
        row.get("code"),
        row.get("chinese"),
        stated(row, "land_use").map(LandUse::valueOf),
        stated(row, "residential_or_public").map(answer -> yesOrNo(answer, row)),
        stated(row, "from").map(LocalDate::parse),
        stated(row, "until").map(LocalDate::parse),
        Confidence.valueOf(row.get("confidence")),
        row.get("note"));
  }

  private static Optional<String> stated(CsvTable.Row row, String column) {
    return Optional.of(row.get(column)).filter(Predicate.not(String::isEmpty));
  }

  private static boolean yesOrNo(String answer, CsvTable.Row row) {
    return switch (answer) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw row.fault("is neither yes nor no: '" + answer + "'");
    };
  }

  /** The terms that come with the program. */
  public static LandUses shipped() {
    return SHIPPED;
  }

  /**
   * Reads a catalogue from lines in the form of {@code land-uses.csv}.
   *
   * @throws CsvTable.Faulty where a name would mean two things on one day
   */
  static LandUses read(String name, String text) {
    return new LandUses(CsvTable.read(name, text, COLUMNS));
  }

  /**
   * The use of land that a text names on a day, for instance the day of sampling: {@code 水田},
   * {@code A33}, {@code 080403}, {@code 居住用地(R)}, {@code PADDY}. Empty where the text is not known,
   * or known but too coarse to tell, such as {@code A}; {@link #term} tells these apart.
   */
  public Optional<LandUse> find(String written, LocalDate on) {
    return term(written, on).flatMap(LandUseTerm::landUse);
  }

  /** What is known of a word or code on a day. */
  public Optional<LandUseTerm> term(String written, LocalDate on) {
    Optional<LandUseTerm> whole = named(Spelling.key(written), on);
    if (whole.isPresent()) {
      return whole;
    }
    List<Optional<LandUseTerm>> parts =
        Spelling.names(written).stream().map(name -> named(name, on)).toList();
    return parts.stream()
        .flatMap(Optional::stream)
        .filter(
            first ->
                parts.stream().allMatch(it -> it.map(term -> term.agreesWith(first)).orElse(false)))
        .findFirst();
  }

  private Optional<LandUseTerm> named(String key, LocalDate on) {
    return byKey.getOrDefault(key, List.of()).stream()
        .filter(term -> term.inForceOn(on))
        .findFirst();
  }

  /** All terms, in the order of the data file. */
  public List<LandUseTerm> list() {
    return List.copyOf(terms);
  }
}
