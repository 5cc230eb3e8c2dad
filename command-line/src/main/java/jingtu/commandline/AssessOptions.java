package jingtu.commandline;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.assessment.Comparison;
import jingtu.assessment.Rules;
import jingtu.assessment.samples.Editions;
import jingtu.assessment.samples.SampleOptions;
import jingtu.standards.Background;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.LandUses;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;
import picocli.CommandLine.Option;

/** What the command line says about the samples besides their file. */
final class AssessOptions {

  private static final Pattern WITH_YEAR = Pattern.compile(".*\\D(?:19|20)\\d{2}\\s*");

  @Option(names = "--standard", paramLabel = "ID", required = true)
  private String standard = "";

  @Option(names = "--land-use", paramLabel = "USE")
  private Optional<String> landUse = Optional.empty();

  @Option(names = "--ph", paramLabel = "PH")
  private Optional<BigDecimal> ph = Optional.empty();

  @Option(names = "--category", paramLabel = "NAME")
  private Optional<String> category = Optional.empty();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD")
  private Optional<LocalDate> date = Optional.empty();

  @Option(names = "--unit", paramLabel = "ANALYTE=UNIT")
  private Map<String, String> units = new HashMap<>();

  @Option(names = "--background", paramLabel = "FILE")
  private Optional<Path> background = Optional.empty();

  @Option(names = "--standards", paramLabel = "DIR")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--rounded")
  private boolean rounded;

  @Option(names = "--group", paramLabel = "COLUMN")
  private Optional<String> group = Optional.empty();

  /** An option says what cannot be followed. */
  static final class Unusable extends Exception {
    private final Message why;

    Unusable(Message why) {
      super(why.toString());
      this.why = why;
    }

    Message why() {
      return why;
    }
  }

  Optional<String> group() {
    return group;
  }

  /** The standards to choose from; what is wrong with files of the folder is among them. */
  Standards standards() {
    return folder.map(Standards::with).orElseGet(Standards::shipped);
  }

  /**
   * What follows for reading the samples.
   *
   * @throws Unusable where an option names nothing that is known
   */
  SampleOptions samples(Standards standards) throws Unusable {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Editions editions = editions(standards);
    return new SampleOptions(
        editions, today, landUse(today), ph(), category(editions), date, units(), group);
  }

  /** A number with a year is an edition; one without is that in force on the day of sampling. */
  private Editions editions(Standards standards) throws Unusable {
    Edition edition =
        standards
            .find(standard)
            .orElseThrow(
                () ->
                    new Unusable(Message.of("assess.unknown-standard", standard, ids(standards))));
    if (WITH_YEAR.matcher(standard).matches()) {
      return Editions.chosen(edition);
    }
    return new Editions(
        standards.list().stream()
            .filter(other -> other.standard().equals(edition.standard()))
            .toList(),
        true);
  }

  private static String ids(Standards standards) {
    return String.join(", ", standards.list().stream().map(Edition::id).toList());
  }

  private Optional<LandUse> landUse(LocalDate today) throws Unusable {
    if (landUse.isEmpty()) {
      return Optional.empty();
    }
    Optional<LandUse> known = LandUses.shipped().find(landUse.get(), date.orElse(today));
    if (known.isEmpty()) {
      throw new Unusable(
          Message.of("assess.unknown-land-use", landUse.get(), List.of(LandUse.values())));
    }
    return known;
  }

  private Optional<Ph> ph() throws Unusable {
    if (ph.isPresent() && !Ph.isValid(ph.get())) {
      throw new Unusable(Message.of("assess.impossible-ph", ph.get()));
    }
    return ph.map(Ph::new);
  }

  private Optional<String> category(Editions editions) throws Unusable {
    if (category.isPresent()) {
      Edition edition = editions.editions().getLast();
      if (edition.choose(category.get()).isEmpty()) {
        throw new Unusable(Message.of("assess.unknown-category", category.get(), edition.id()));
      }
    }
    return category;
  }

  private Map<String, Unit> units() throws Unusable {
    Map<String, Unit> known = new HashMap<>();
    for (Map.Entry<String, String> given : units.entrySet()) {
      Optional<Analyte> analyte = Analytes.shipped().find(given.getKey());
      Optional<Unit> unit = Units.shipped().find(given.getValue());
      if (analyte.isEmpty()) {
        throw new Unusable(Message.of("assess.unknown-analyte", given.getKey()));
      }
      if (unit.isEmpty()) {
        throw new Unusable(Message.of("assess.unknown-unit", given.getValue(), given.getKey()));
      }
      known.put(analyte.get().symbol(), unit.get());
    }
    return known;
  }

  /**
   * What follows for judging.
   *
   * @throws Unusable where the background cannot be read
   */
  Rules rules() throws Unusable {
    Rules rules = rounded ? Rules.USUAL.comparing(Comparison.ROUNDED) : Rules.USUAL;
    return background.isEmpty()
        ? rules
        : rules.withBackground(background(background.get()).values());
  }

  /** The background of one file, which is read with its folder. */
  private static Background background(Path file) throws Unusable {
    Path whole = file.toAbsolutePath();
    Path parent = whole.getParent();
    String name = String.valueOf(whole.getFileName());
    if (parent == null || !whole.toFile().isFile()) {
      throw new Unusable(Message.of("command-line.no-such-file", file));
    }
    Standards read = Standards.with(parent);
    Optional<Finding> fault =
        read.findings().stream().filter(it -> it.place().startsWith(name)).findFirst();
    if (fault.isPresent()) {
      throw new Unusable(fault.get().problem());
    }
    return read.backgrounds().stream()
        .filter(background -> background.file().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unusable(Message.of("assess.no-background", file)));
  }
}
