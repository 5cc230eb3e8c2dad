package jingtu.commandline;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jingtu.standards.Background;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Medium;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the editions and background contents that are known. */
@Command(name = "list")
final class ListStandards implements Callable<Integer> {

  private static final List<String> CSV_COLUMNS =
      List.of(
          "kind",
          "id",
          "title",
          "medium",
          "from",
          "until",
          "thresholds",
          "confidence_a",
          "confidence_b",
          "confidence_c",
          "file");

  private final Outlet outlet;
  private final Language language;
  private final StandardsWords words;

  @Mixin private StandardsCommand.Options options = new StandardsCommand.Options();

  /** One entry of the list. */
  private record Listed(
      String kind,
      String id,
      String title,
      Medium medium,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      List<Confidence> numbers,
      String file) {

    long count(Confidence confidence) {
      return numbers.stream().filter(it -> it == confidence).count();
    }
  }

  ListStandards(Outlet outlet, Language language) {
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
    write(listed(standards.get()), outlet.out());
    outlet.out().flush();
    return StandardsCommand.ended(standards.get());
  }

  private List<Listed> listed(Standards standards) {
    return Stream.of(
            standards.list().stream().map(this::listed).toList(),
            standards.backgrounds().stream().map(this::listed).toList())
        .flatMap(Collection::stream)
        .toList();
  }

  private Listed listed(Edition edition) {
    return new Listed(
        "edition",
        edition.id(),
        edition.title().in(language),
        edition.medium(),
        Optional.of(edition.from()),
        edition.until(),
        edition.thresholds().stream().map(Threshold::confidence).toList(),
        edition.print().file());
  }

  private Listed listed(Background background) {
    return new Listed(
        "background",
        background.id(),
        words.say(
            "background-title", background.title().in(language), background.region().in(language)),
        Medium.SOIL,
        Optional.empty(),
        Optional.empty(),
        background.values().keySet().stream().map(analyte -> background.confidence()).toList(),
        background.file());
  }

  private void write(List<Listed> all, PrintStream out) {
    switch (options.format()) {
      case TEXT -> new AlignedTable(text(all)).lines().forEach(out::println);
      case CSV -> CsvOutput.write(csv(all), out);
    }
  }

  private List<List<String>> text(List<Listed> all) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        words.heads("id", "title", "medium", "from", "until", "thresholds", "confidence", "file"));
    for (Listed listed : all) {
      rows.add(
          List.of(
              listed.id(),
              listed.title(),
              words.of("medium", listed.medium()),
              day(listed.from()),
              day(listed.until()),
              String.valueOf(listed.numbers().size()),
              words.confidences(listed::count),
              listed.file()));
    }
    return rows;
  }

  private static List<List<String>> csv(List<Listed> all) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(CSV_COLUMNS);
    for (Listed listed : all) {
      rows.add(
          List.of(
              listed.kind(),
              listed.id(),
              listed.title(),
              listed.medium().name(),
              day(listed.from()),
              day(listed.until()),
              String.valueOf(listed.numbers().size()),
              String.valueOf(listed.count(Confidence.A)),
              String.valueOf(listed.count(Confidence.B)),
              String.valueOf(listed.count(Confidence.C)),
              listed.file()));
    }
    return rows;
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
