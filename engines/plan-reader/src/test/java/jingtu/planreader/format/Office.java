package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jingtu.testing.Needs;

/** LibreOffice, which writes the same document in other formats. */
final class Office {

  private static final int PATIENCE_SECONDS = 120;

  private Office() {}

  /** Converts a file; skips the test where LibreOffice is not installed. */
  static byte[] convert(Path folder, byte[] content, String from, String to) {
    Path soffice = Needs.program("soffice");
    try {
      Path source = Files.write(folder.resolve("plan." + from), content);
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
                  source.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("office.log").toFile())
              .start();
      boolean ended = office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        office.destroyForcibly();
      }
      assertThat(ended).as("soffice ended within %d s", PATIENCE_SECONDS).isTrue();
      return Files.readAllBytes(results.resolve("plan." + to.replaceAll(":.*", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while LibreOffice ran", e);
    }
  }
}
