package jingtu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs that a machine may lack. Where it is lacking the test is skipped with a line
 * that says so; with {@code CI=true} it fails instead, unless {@code testing/may-skip.txt} names
 * the need.
 */
public final class Needs {

  private Needs() {}

  /** The folder of real plans and data beside the checkout, or one inside it. */
  public static Path shared(String first, String... more) {
    Path path = repository().resolveSibling("shared").resolve(Path.of(first, more));
    need("shared", Files.exists(path), "the folder ../shared with " + path.getFileName());
    return path;
  }

  /** A program on the PATH. */
  public static Path program(String name) {
    Optional<Path> found = findProgram(name);
    need(name, found.isPresent(), "the program " + name);
    return found.orElseThrow();
  }

  /** The top folder of the checkout. */
  public static Path repository() {
    return Path.of(System.getProperty("jingtu.root", ".")).toAbsolutePath().normalize();
  }

  /** Skips the calling test unless the condition holds; {@code id} is its name in may-skip.txt. */
  public static void need(String id, boolean met, String what) {
    if (met) {
      return;
    }
    String line = "left out: needs " + what;
    if ("true".equals(System.getenv("CI")) && !maySkip(id)) {
      Assertions.fail(line + " (CI=true, and testing/may-skip.txt does not list " + id + ")");
    }
    Assumptions.abort(line);
  }

  private static Optional<Path> findProgram(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean maySkip(String id) {
    try {
      return Files.readAllLines(
              repository().resolve("testing/may-skip.txt"), StandardCharsets.UTF_8)
          .stream()
          .anyMatch(line -> line.startsWith(id + ":"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
