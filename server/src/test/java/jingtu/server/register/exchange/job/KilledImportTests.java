package jingtu.server.register.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jingtu.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it stores an import has stored nothing of it. */
@Tag("both-databases")
class KilledImportTests {

  @TempDir Path folder;

  private List<String> settings() {
    if ("postgresql".equals(System.getProperty("jingtu.database"))) {
      Postgres.need();
      return List.of(
          "--spring.datasource.url=" + Postgres.freshDatabase(),
          "--spring.datasource.username=postgres");
    }
    return List.of(
        "--spring.datasource.url=jdbc:h2:file:"
            + folder.resolve("database")
            + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE");
  }

  private Process start(String what, List<String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            ImportUntilKilled.class.getName(),
            what,
            "--server.port=0",
            "--jingtu.data=" + folder));
    command.addAll(settings);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** The first line that begins so; fails with everything that was said where there is none. */
  private static String line(Process process, String beginning) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new AssertionError(String.join("\n", said));
  }

  @Test
  void nothingIsHalfDoneAndTheImportSaysThatItWasInterrupted() throws IOException {
    List<String> settings = settings();
    Process importing = start("import", settings);
    try {
      line(importing, ImportUntilKilled.STORING);
    } finally {
      importing.destroyForcibly().onExit().join();
    }
    Process looking = start("look", settings);
    try {
      assertThat(line(looking, ImportUntilKilled.FOUND))
          .isEqualTo(ImportUntilKilled.FOUND + "INTERRUPTED 0");
    } finally {
      looking.destroyForcibly().onExit().join();
    }
  }
}
