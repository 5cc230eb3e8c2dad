package jingtu.commandline;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.ServerOptions;
import jingtu.vocabulary.Message;
import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a server did not start, in words that let the one who starts it put it right. */
final class StartFault {

  /** H2's code for a database file that another process holds open. */
  private static final int ALREADY_OPEN = 90_020;

  private StartFault() {}

  /** Starts something; the fault where it is one that a person can mend, else the exception. */
  static Optional<Message> in(Runnable start, ServerOptions options) {
    try {
      start.run();
      return Optional.empty();
    } catch (PortInUseException | BeansException failure) {
      return Optional.of(
          causes(failure)
              .flatMap(cause -> explain(cause, options).stream())
              .findFirst()
              .orElseThrow(() -> failure));
    }
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Optional<Message> explain(Throwable cause, ServerOptions options) {
    return switch (cause) {
      case PortInUseException inUse ->
          Optional.of(Message.of("command-line.port-in-use", inUse.getPort()));
      case SQLException sql when sql.getErrorCode() == ALREADY_OPEN ->
          Optional.of(Message.of("command-line.data-in-use", options.data()));
      case SQLException sql when options.database().isPresent() ->
          Optional.of(
              Message.of(
                  "command-line.database-refuses",
                  options.database().get(),
                  String.valueOf(sql.getMessage())));
      default -> Optional.empty();
    };
  }
}
