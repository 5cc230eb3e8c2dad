package jingtu.commandline;

import java.nio.file.Path;
import java.util.Optional;
import jingtu.server.ServerOptions;
import picocli.CommandLine.Option;

/** Where a platform keeps its data, as the commands that work on it without serving are told. */
final class DataPlace {

  @Option(names = "--data", paramLabel = "DIR")
  private Path folder = Serve.DATA;

  @Option(names = "--database", paramLabel = "jdbc:postgresql://…")
  private Optional<String> database = Optional.empty();

  Path folder() {
    return folder;
  }

  ServerOptions options() {
    return Serve.options(folder, 0, database, false, line -> {});
  }
}
