package jingtu.commandline;

import java.util.stream.Collectors;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one or two lines what is wrong with a command line, and where help is. */
final class UnusableCommandLine implements IParameterExceptionHandler {

  private final Language language;

  UnusableCommandLine(Language language) {
    this.language = language;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(Messages.say(messageOf(fault), language));
    command.getErr().println(Messages.say(Message.of("command-line.see-help", name), language));
    command.getErr().flush();
    return ExitCode.NOT_DONE;
  }

  private static Message messageOf(ParameterException fault) {
    return switch (fault) {
      case UnmatchedArgumentException unmatched ->
          Message.of("command-line.unknown-argument", unmatched.getUnmatched().getFirst());
      case MissingParameterException missing ->
          Message.of(
              "command-line.missing",
              missing.getMissing().stream()
                  .map(UnusableCommandLine::nameOf)
                  .collect(Collectors.joining(" ")));
      case OverwrittenOptionException twice ->
          Message.of("command-line.given-twice", nameOf(twice.getOverwritten()));
      case ParameterException other when other.getArgSpec() != null ->
          Message.of(
              "command-line.unknown-value",
              nameOf(other.getArgSpec()),
              String.valueOf(other.getValue()),
              other.getArgSpec().paramLabel());
      case ParameterException other ->
          Message.of("command-line.not-understood", String.valueOf(other.getMessage()));
    };
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
