package jingtu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A golden file holds what a program is expected to print. {@code mvn test -Dgolden=write} writes
 * it anew; the difference is then read before it is committed.
 */
public final class Golden {

  private Golden() {}

  /** Compares with the file, or writes it where {@code -Dgolden=write} is given. */
  public static void check(Path file, String actual) {
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      }
      assertThat(actual)
          .as("%s (rewrite with -Dgolden=write and read the difference)", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("no golden file at " + file, e);
    }
  }
}
