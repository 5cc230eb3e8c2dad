package jingtu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away PostgreSQL with PostGIS, started by {@code testing/postgres} on first use and ended
 * after the JVM. Its user is {@code postgres}, without a password.
 */
public final class Postgres {

  private static final String SCRIPT = Needs.repository().resolve("testing/postgres").toString();
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable Path folder;

  private Postgres() {}

  /** Skips the calling test where Debian's PostgreSQL and PostGIS are not installed. */
  public static void need() {
    boolean server = !installed("/usr/lib/postgresql", "bin/initdb").isEmpty();
    boolean postgis = !installed("/usr/share/postgresql", "extension/postgis.control").isEmpty();
    Needs.need(
        "postgresql",
        server && postgis,
        "PostgreSQL with PostGIS (apt-get install postgresql-15 postgresql-15-postgis-3)");
  }

  /** The JDBC URL of a database that nobody has used before. */
  public static synchronized String freshDatabase() {
    Path started = Optional.ofNullable(folder).orElseGet(Postgres::start);
    folder = started;
    return script("database", started.toString(), "test_" + DATABASES.incrementAndGet());
  }

  private static Path start() {
    try {
      Path fresh = Files.createTempDirectory("jingtu-postgres-test-");
      script("start", fresh.toString());
      stopAfterThisProcess(fresh);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for PostgreSQL", e);
    }
  }

  /**
   * Leaves the stopping to a process of its own. A shutdown hook would run beside those that close
   * Spring's contexts, which then wait for a database that is gone; and a killed JVM runs none.
   */
  private static void stopAfterThisProcess(Path started) throws IOException {
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("setsid", SCRIPT, "stop", started.toString(), "--after", self)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<Path> installed(String top, String below) {
    try (var versions = Files.newDirectoryStream(Path.of(top))) {
      List<Path> found = new ArrayList<>();
      versions.forEach(
          version -> {
            if (Files.exists(version.resolve(below))) {
              found.add(version);
            }
          });
      return found;
    } catch (IOException absent) {
      return List.of();
    }
  }

  /** What the script prints; it lets the server it starts live on, so its output goes to a file. */
  private static String script(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT);
    command.addAll(List.of(arguments));
    try {
      Path printed = Files.createTempFile("jingtu-postgres-", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = process.waitFor();
        String said = Files.readString(printed, StandardCharsets.UTF_8).strip();
        if (exit != 0) {
          throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
      } finally {
        Files.delete(printed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL did " + arguments[0], e);
    }
  }
}
