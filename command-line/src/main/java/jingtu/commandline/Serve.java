package jingtu.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the platform until the process is told to stop. */
@Command(name = "serve")
final class Serve implements Callable<Integer> {

  /** Where data lies unless the command line says otherwise. */
  static final Path DATA = Path.of("jingtu-data");

  private static final Path DEMO_DATA = Path.of("jingtu-demo");
  private static final int HIGHEST_PORT = 65_535;

  private final Outlet outlet;
  private final Language language;

  @Option(names = "--demo")
  private boolean demo;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--database", paramLabel = "jdbc:postgresql://…")
  private Optional<String> database = Optional.empty();

  Serve(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      return refuse(Message.of("command-line.port-out-of-range", port));
    }
    Path folder = data.orElse(demo ? DEMO_DATA : DATA);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return refuse(Message.of("command-line.data-folder", folder, String.valueOf(e.getMessage())));
    }
    ServerOptions options = options(folder, port, database, demo, this::print);
    Optional<Message> fault = StartFault.in(() -> JingtuServer.start(options), options);
    if (fault.isPresent()) {
      return refuse(fault.get());
    }
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  /** Options with the user and password that the environment gives. */
  static ServerOptions options(
      Path data, int port, Optional<String> database, boolean demo, Consumer<String> console) {
    return new ServerOptions(
        data,
        port,
        database,
        Optional.ofNullable(System.getenv("JINGTU_DATABASE_USER")),
        Optional.ofNullable(System.getenv("JINGTU_DATABASE_PASSWORD")),
        demo,
        console);
  }

  private void print(String line) {
    outlet.out().println(line);
    outlet.out().flush();
  }

  private int refuse(Message why) {
    outlet.err().println(Messages.say(why, language));
    return ExitCode.NOT_DONE;
  }
}
