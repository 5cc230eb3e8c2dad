package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jingtu.testing.Needs;

/** LibreOffice, which reads and writes tables as the other programs do that people use. */
final class Office {

  private static final int PATIENCE_SECONDS = 120;

  private Office() {}

  /** Converts a file; skips the test where LibreOffice is not installed. */
  static Path convert(Path folder, Path file, String to) {
    Path soffice = Needs.program("soffice");
    try {
      Path results = Files.createDirectories(folder.resolve("converted"));
      Process office =
          new ProcessBuilder(
                  soffice.toString(),
                  "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  to,
                  "--outdir",
                  results.toString(),
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("office.log").toFile())
              .start();
      boolean ended = office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        office.destroyForcibly();
      }
      assertThat(ended).as("soffice ended within %d s", PATIENCE_SECONDS).isTrue();
      String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
      return results.resolve(name + "." + to.replaceAll(":.*", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while LibreOffice ran", e);
    }
  }
}
