package jingtu.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine.Command;

/**
 * Runs the demo for a moment on a throw-away folder. The launcher lets the JVM record meanwhile
 * which classes a start loads, and keeps the record beside the jars: later starts take about half
 * the time.
 */
@Command(name = "prepare")
final class Prepare implements Callable<Integer> {

  private static final List<String> FIRST_REQUESTS =
      List.of("/", "/api/session", "/api/plans", "/actuator/health");

  private final Outlet outlet;
  private final Language language;

  Prepare(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("jingtu-prepare-");
    try {
      askOnce(folder);
    } finally {
      remove(folder);
    }
    outlet.err().println(Messages.say(Message.of("command-line.prepared"), language));
    return ExitCode.DONE;
  }

  private static void askOnce(Path folder) throws IOException, InterruptedException {
    ServerOptions options =
        new ServerOptions(
            folder, 0, Optional.empty(), Optional.empty(), Optional.empty(), true, line -> {});
    try (var server = JingtuServer.start(options);
        HttpClient browser = HttpClient.newHttpClient()) {
      String port = server.getEnvironment().getRequiredProperty("local.server.port");
      for (String path : FIRST_REQUESTS) {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException("cannot remove " + file, e);
                }
              });
    }
  }
}
