package jingtu.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jingtu.standards.Standards;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The standards that are known: {@code list} and {@code show}. */
@Command(name = "standards")
final class StandardsCommand implements Runnable {

  private final Outlet outlet;

  @Spec private CommandSpec spec = CommandSpec.create();

  private StandardsCommand(Outlet outlet) {
    this.outlet = outlet;
  }

  static CommandLine with(Outlet outlet, Language language) {
    return new CommandLine(new StandardsCommand(outlet))
        .addSubcommand(new ListStandards(outlet, language))
        .addSubcommand(new ShowStandard(outlet, language));
  }

  /** Without a further word there is nothing to do but to say which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(outlet.out());
  }

  /** What can be written. */
  enum Format {
    TEXT,
    CSV
  }

  /** The options of both commands. */
  static final class Options {

    @Option(names = "--standards", paramLabel = "DIR")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--format", paramLabel = "text|csv", defaultValue = "text")
    private Format format = Format.TEXT;

    Format format() {
      return format;
    }

    /** The standards to work with; empty, with a word about it, where the folder is not there. */
    Optional<Standards> standards(Outlet outlet, Language language) {
      if (folder.isPresent() && !Files.isDirectory(folder.get())) {
        Message missing = Message.of("standards-command.no-folder", folder.get());
        outlet.err().println(Messages.say(missing, language));
        return Optional.empty();
      }
      Standards standards = folder.map(Standards::with).orElseGet(Standards::shipped);
      standards.findings().forEach(finding -> outlet.err().println(finding.say(language)));
      return Optional.of(standards);
    }
  }

  /** How a command ended that did its work. */
  static int ended(Standards standards) {
    return standards.findings().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
  }
}
