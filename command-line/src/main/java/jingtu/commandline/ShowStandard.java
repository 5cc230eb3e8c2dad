package jingtu.commandline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Standards;
import jingtu.standards.TableRef;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the thresholds of an edition by its tables, and what it says of them. */
@Command(name = "show")
final class ShowStandard implements Callable<Integer> {

  private static final List<String> CSV_COLUMNS =
      List.of(
          "standard",
          "edition",
          "table",
          "clause",
          "item",
          "analyte",
          "name",
          "meaning",
          "land_use",
          "ph_band",
          "category",
          "condition",
          "value",
          "unit",
          "background",
          "confidence",
          "notes");

  private final Outlet outlet;
  private final Language language;
  private final StandardsWords words;

  @Parameters(paramLabel = "ID", descriptionKey = "jingtu.standards.show.ID")
  private String id = "";

  @Option(names = "--analyte", paramLabel = "NAME")
  private Optional<String> analyte = Optional.empty();

  @Mixin private StandardsCommand.Options options = new StandardsCommand.Options();

  ShowStandard(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
    this.words = new StandardsWords(language);
  }

  @Override
  public Integer call() {
    Optional<Standards> standards = options.standards(outlet, language);
    if (standards.isEmpty()) {
      return ExitCode.NOT_DONE;
    }
    Optional<Edition> edition = standards.get().find(id);
    if (edition.isEmpty()) {
      return refuse("unknown-standard", id, near(standards.get()));
    }
    Optional<Analyte> only = analyte.flatMap(Analytes.shipped()::find);
    if (analyte.isPresent() && only.isEmpty()) {
      return refuse("unknown-analyte", analyte.get());
    }
    show(edition.get(), only.map(edition.get()::thresholdsOf).orElse(edition.get().thresholds()));
    if (only.isPresent() && edition.get().thresholdsOf(only.get()).isEmpty()) {
      outlet.err().println(words.say("no-thresholds", edition.get().id(), only.get()));
    }
    return StandardsCommand.ended(standards.get());
  }

  private int refuse(String key, Object... arguments) {
    outlet.err().println(words.say(key, arguments));
    return ExitCode.NOT_DONE;
  }

  private String near(Standards standards) {
    return String.join(", ", NearNames.of(id, standards.list().stream().map(Edition::id).toList()));
  }

  private void show(Edition edition, List<Threshold> thresholds) {
    switch (options.format()) {
      case CSV -> CsvOutput.write(csv(edition, thresholds), outlet.out());
      case TEXT -> {
        tellHead(edition);
        tables(thresholds).forEach(table -> tellTable(edition, table, thresholds));
        tellNotes(edition, thresholds);
        tellStatements(edition);
        outlet.out().flush();
      }
    }
  }

  private void tellHead(Edition edition) {
    PrintStream out = outlet.out();
    String medium = words.of("medium", edition.medium());
    out.println(edition.id() + "  " + edition.title().in(language));
    out.println(
        edition
            .until()
            .map(last -> words.say("in-force-until", medium, edition.from(), last))
            .orElseGet(() -> words.say("in-force", medium, edition.from())));
    out.println(words.say("source", edition.print().source().in(language)));
    out.println(words.say("file", edition.print().file()));
    edition.print().missing().forEach(it -> out.println(words.say("missing", it.in(language))));
  }

  /** The tables of the thresholds, each once, in the order of the standard. */
  private static Set<String> tables(List<Threshold> thresholds) {
    Set<String> tables = new LinkedHashSet<>();
    thresholds.forEach(threshold -> tables.add(threshold.table().table()));
    return tables;
  }

  private void tellTable(Edition edition, String table, List<Threshold> thresholds) {
    List<Threshold> inTable =
        thresholds.stream().filter(it -> it.table().table().equals(table)).toList();
    String title =
        Optional.ofNullable(edition.print().tables().get(table))
            .map(it -> it.in(language))
            .orElse("");
    outlet.out().println();
    outlet.out().println(words.say("table", table, title, inTable.getFirst().table().clause()));
    new AlignedTable(text(edition, inTable)).lines().forEach(outlet.out()::println);
  }

  private List<List<String>> text(Edition edition, List<Threshold> thresholds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        words.heads(
            "item", "name", "symbol", "conditions", "meaning", "value", "unit", "mark", "notes"));
    for (List<Threshold> line : asPrinted(thresholds)) {
      Threshold threshold = line.getFirst();
      rows.add(
          List.of(
              threshold.print().item().orElse(""),
              threshold.print().name(),
              threshold.analyte().symbol(),
              words.conditions(edition, line),
              words.of("meaning", threshold.table().meaning()),
              words.bound(threshold.bound()),
              threshold.unit().symbol(),
              threshold.confidence().unverified()
                  ? words.say("unverified")
                  : threshold.confidence().name(),
              String.join(" ", threshold.print().notes())));
    }
    return rows;
  }

  /** Together what the table prints as one number for several categories. */
  private static List<List<Threshold>> asPrinted(List<Threshold> thresholds) {
    Map<Object, List<Threshold>> lines = new LinkedHashMap<>();
    for (Threshold threshold : thresholds) {
      Object place = threshold.print().scope().isPresent() ? threshold.print().line() : threshold;
      lines.computeIfAbsent(place, key -> new ArrayList<>()).add(threshold);
    }
    return List.copyOf(lines.values());
  }

  private void tellNotes(Edition edition, List<Threshold> thresholds) {
    Set<String> used = new LinkedHashSet<>();
    thresholds.forEach(threshold -> used.addAll(threshold.print().notes()));
    outlet.out().println();
    edition
        .print()
        .notes()
        .forEach(
            (key, note) -> {
              if (used.contains(key)) {
                outlet.out().println(words.say("note", key, note.words().in(language)));
              }
            });
  }

  private void tellStatements(Edition edition) {
    edition.statements().forEach(it -> outlet.out().println(words.statement(it)));
  }

  private List<List<String>> csv(Edition edition, List<Threshold> thresholds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(CSV_COLUMNS);
    for (Threshold threshold : thresholds) {
      TableRef table = threshold.table();
      rows.add(
          List.of(
              edition.id(),
              edition.edition(),
              table.table(),
              table.clause(),
              threshold.print().item().orElse(""),
              threshold.analyte().symbol(),
              threshold.print().name(),
              table.meaning().name(),
              threshold.landUse().map(LandUse::name).orElse(""),
              threshold.band().map(PhBand::toString).orElse(""),
              threshold.category().orElse(""),
              threshold.condition().orElse(""),
              words.bound(threshold.bound()),
              threshold.unit().symbol(),
              String.valueOf(threshold.background()),
              threshold.confidence().name(),
              String.join(" ", threshold.print().notes())));
    }
    return rows;
  }
}
