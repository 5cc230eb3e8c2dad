package jingtu.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    Path folder = data.orElse(Path.of(demo ? "jingtu-demo" : "jingtu-data"));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return refuse(Message.of("command-line.data-folder", folder, String.valueOf(e.getMessage())));
    }
    ServerOptions options =
        new ServerOptions(
            folder,
            port,
            database,
            Optional.ofNullable(System.getenv("JINGTU_DATABASE_USER")),
            Optional.ofNullable(System.getenv("JINGTU_DATABASE_PASSWORD")),
            demo,
            this::print);
    Optional<Message> fault = StartFault.in(() -> JingtuServer.start(options), options);
    if (fault.isPresent()) {
      return refuse(fault.get());
    }
    new CountDownLatch(1).await();
    return ExitCode.DONE;
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
