package jingtu.commandline;

import java.util.List;
import jingtu.vocabulary.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code jingtu}. It names its commands and loads none that is not asked for. */
@Command(
    name = "jingtu",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    sortOptions = false)
public final class Jingtu implements Runnable {

  private final Outlet outlet;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The language in which is spoken; {@link #languageIn} found it before parsing began. */
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = LanguageOption.class,
      scope = ScopeType.INHERIT)
  private Language language;

  Jingtu(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
  }

  public static void main(String... arguments) {
    Outlet outlet = Outlet.ofProcess();
    int exitCode = run(outlet, arguments);
    outlet.out().flush();
    System.exit(exitCode);
  }

  /** Runs one command line to its end and tells its exit code. */
  static int run(Outlet outlet, String... arguments) {
    Language language = languageIn(arguments);
    CommandLine program =
        new CommandLine(new Jingtu(outlet, language))
            .addSubcommand(new ReadPlanFile(outlet, language))
            .addSubcommand(StandardsCommand.with(outlet, language))
            .addSubcommand(new Assess(outlet, language))
            .addSubcommand(new Serve(outlet, language))
            .addSubcommand(new Backup(outlet, language))
            .addSubcommand(new Restore(outlet, language))
            .addSubcommand(new VerifyAudit(outlet, language))
            .addSubcommand(new Prepare(outlet, language))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(outlet.outWriter())
            .setErr(outlet.errWriter())
            .setResourceBundle(HelpTexts.in(language))
            .setUsageHelpWidth(100)
            .setAdjustLineBreaksForWideCJKCharacters(true)
            .setParameterExceptionHandler(new UnusableCommandLine(language));
    return program.execute(arguments);
  }

  /** The language of everything that is said, known before the command line is understood. */
  private static Language languageIn(String... arguments) {
    List<String> words = List.of(arguments);
    int named = words.indexOf("--lang");
    if (named >= 0 && named + 1 < words.size()) {
      return Language.of(words.get(named + 1));
    }
    return words.stream()
        .filter(word -> word.startsWith("--lang="))
        .map(word -> Language.of(word.substring("--lang=".length())))
        .findFirst()
        .orElse(Language.ZH);
  }

  /** Where commands write. */
  Outlet outlet() {
    return outlet;
  }

  /** The language in which commands speak. */
  Language language() {
    return language;
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(outlet.out());
  }
}
