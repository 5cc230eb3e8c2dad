package jingtu.commandline;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.ServerOptions;
import jingtu.vocabulary.Message;
import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a server or its database did not answer, so that the one who starts it can put it right. */
final class StartFault {

  /** H2's code for a database file that another process holds open. */
  private static final int ALREADY_OPEN = 90_020;

  /** H2's code for a database that is not there and may not be made. */
  private static final int NOT_THERE = 90_146;

  private StartFault() {}

  /** Starts something; the fault where it is one that a person can mend, else the exception. */
  static Optional<Message> in(Runnable start, ServerOptions options) {
    try {
      start.run();
      return Optional.empty();
    } catch (PortInUseException | BeansException failure) {
      return Optional.of(explain(failure, options));
    }
  }

  /**
   * The first cause that a person can mend.
   *
   * @throws RuntimeException the failure itself where there is none
   */
  static Message explain(RuntimeException failure, ServerOptions options) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> messageOf(cause, options).stream())
        .findFirst()
        .orElseThrow(() -> failure);
  }

  private static Optional<Message> messageOf(Throwable cause, ServerOptions options) {
    return switch (cause) {
      case PortInUseException inUse ->
          Optional.of(Message.of("command-line.port-in-use", inUse.getPort()));
      case SQLException sql when sql.getErrorCode() == ALREADY_OPEN ->
          Optional.of(Message.of("command-line.data-in-use", options.data()));
      case SQLException sql when sql.getErrorCode() == NOT_THERE ->
          Optional.of(Message.of("command-line.no-database", options.data()));
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
