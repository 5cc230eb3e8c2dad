package jingtu.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jingtu.assessment.Rules;
import jingtu.assessment.samples.SampleOptions;
import jingtu.assessment.samples.SampleSheets;
import jingtu.assessment.samples.SheetOutline;
import jingtu.commandline.AssessOptions.Unusable;
import jingtu.sheets.MarkedCopy;
import jingtu.sheets.SheetFile;
import jingtu.standards.Standards;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the samples of a file against a standard and writes a row for each reading. */
@Command(name = "assess", sortOptions = false)
final class Assess implements Callable<Integer> {

  /** Lines of the summary that are shown; the file has all. */
  private static final int MOST_LINES = 60;

  private final Outlet outlet;
  private final Language language;
  private final FindingLog findings = new FindingLog();
  private final Progress progress;

  @Parameters(paramLabel = "SAMPLES", descriptionKey = "jingtu.assess.SAMPLES")
  private Path file = Path.of("");

  @Mixin private AssessOptions options = new AssessOptions();

  @Option(names = "--out", paramLabel = "FILE")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--summary", paramLabel = "FILE")
  private Optional<Path> summaryFile = Optional.empty();

  @Option(names = "--marked", paramLabel = "FILE")
  private Optional<Path> marked = Optional.empty();

  Assess(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
    this.progress = new Progress(outlet, language);
  }

  @Override
  public Integer call() {
    if (!Files.exists(file)) {
      return refuse(Message.of("command-line.no-such-file", file));
    }
    Standards standards = options.standards();
    standards.findings().forEach(finding -> outlet.err().println(finding.say(language)));
    try {
      refuseToOverwrite(out);
      refuseToOverwrite(summaryFile);
      SampleOptions ofSamples = options.samples(standards);
      Rules rules = options.rules();
      return switch (SheetFile.open(file)) {
        case SheetFile.Refused(Finding finding) -> refuse(finding);
        case SheetFile.Opened(SheetFile opened) -> {
          int judged = assess(opened, ofSamples, rules);
          boolean refused = !standards.findings().isEmpty();
          yield judged == ExitCode.DONE && refused ? ExitCode.DONE_WITH_FINDINGS : judged;
        }
      };
    } catch (Unusable unusable) {
      return refuse(unusable.why());
    } catch (IOException | UncheckedIOException e) {
      return refuse(Message.of("assess.unwritable", String.valueOf(e.getMessage())));
    } finally {
      progress.over();
    }
  }

  /** The original is never written over. */
  private void refuseToOverwrite(Optional<Path> target) throws IOException, Unusable {
    if (target.isPresent() && Files.exists(target.get()) && Files.isSameFile(target.get(), file)) {
      throw new Unusable(Message.of("assess.same-file", file));
    }
  }

  private int assess(SheetFile opened, SampleOptions ofSamples, Rules rules)
      throws IOException, Unusable {
    progress.enter("assess.surveying");
    SampleSheets sheets = SampleSheets.survey(opened.watchedBy(progress::share), ofSamples);
    if (!sheets.hasTable()) {
      tellOutlines(sheets);
      return refuse(Message.of("assess.no-table", file));
    }
    if (options.group().isPresent() && !sheets.hasColumn(options.group().get())) {
      return refuse(Message.of("assess.no-group-column", options.group().get()));
    }
    sheets.findings().forEach(findings::add);
    AssessmentRows rows = new AssessmentRows(ofSamples.editions(), rules, language);
    Optional<Finding> end =
        out.isPresent() ? intoFile(out.get(), sheets, rows) : intoPipe(sheets, rows);
    progress.over();
    if (end.isPresent()) {
      return refuse(end.get());
    }
    return tell(sheets, rows);
  }

  private Optional<Finding> intoFile(Path target, SampleSheets sheets, AssessmentRows rows)
      throws IOException {
    try (UnfinishedFile unfinished = UnfinishedFile.at(target)) {
      Optional<Finding> end;
      try (ResultTable table = table(target, unfinished)) {
        end = write(sheets, rows, table);
      }
      if (end.isEmpty()) {
        unfinished.finish();
      }
      return end;
    }
  }

  private ResultTable table(Path target, UnfinishedFile unfinished) throws IOException {
    return isWorkbook(target)
        ? new XlsxTable(
            unfinished.open(),
            Messages.say(Message.of("assess.sheet"), language),
            AssessmentRow.NUMBERS)
        : CsvTable.intoFile(unfinished.open());
  }

  private static boolean isWorkbook(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private Optional<Finding> intoPipe(SampleSheets sheets, AssessmentRows rows) throws IOException {
    try (ResultTable table = CsvTable.intoPipe(outlet.out())) {
      return write(sheets, rows, table);
    }
  }

  /**
   * Writes all rows.
   *
   * @return why the file could not be read to its end
   */
  private Optional<Finding> write(SampleSheets sheets, AssessmentRows rows, ResultTable table)
      throws IOException {
    progress.enter("assess.judging");
    table.write(AssessmentRow.COLUMNS);
    List<Finding> ends =
        sheets.read(
            row -> {
              rows.write(row, table);
              progress.row();
            },
            finding -> {
              findings.add(finding);
              progress.finding();
            });
    return ends.stream().findFirst();
  }

  /** Says what was found; the marked copy and the summary lie where they were asked for. */
  private int tell(SampleSheets sheets, AssessmentRows rows) throws IOException {
    findings.print(outlet.err(), language);
    if (marked.isPresent()) {
      Optional<Finding> refused = MarkedCopy.write(file, marked.get(), findings.kept(), language);
      if (refused.isPresent()) {
        return refuse(refused.get());
      }
      if (findings.isCut()) {
        say(Message.of("assess.marks-cut", findings.kept().size(), findings.count()));
      }
    }
    if (summaryFile.isPresent()) {
      writeSummary(summaryFile.get(), rows.summary());
    }
    if (outlet.terminal() || summaryFile.isPresent()) {
      tellOutlines(sheets);
      rows.summary().lines(language).stream()
          .limit(MOST_LINES)
          .forEach(line -> outlet.err().println(line));
      say(Message.of("assess.was-judged", rows.samples(), rows.readings(), findings.count()));
    }
    return findings.count() > 0 ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
  }

  private static void writeSummary(Path target, AssessmentSummary summary) throws IOException {
    try (UnfinishedFile unfinished = UnfinishedFile.at(target)) {
      try (ResultTable table = CsvTable.intoFile(unfinished.open())) {
        summary.write(table);
      }
      unfinished.finish();
    }
  }

  private void say(Message message) {
    outlet.err().println(Messages.say(message, language));
  }

  private void tellOutlines(SampleSheets sheets) {
    sheets.outlines().stream().map(SheetOutline::said).flatMap(List::stream).forEach(this::say);
  }

  private int refuse(Finding finding) {
    outlet.err().println(finding.say(language));
    return ExitCode.NOT_DONE;
  }

  private int refuse(Message why) {
    outlet.err().println(Messages.say(why, language));
    return ExitCode.NOT_DONE;
  }
}
