package jingtu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * LibreOffice, which reads and writes documents and tables as the other programs do that people
 * use. Tests are skipped where it is not installed.
 */
public final class Office {

  private static final int PATIENCE_SECONDS = 120;

  private Office() {}

  /**
   * Converts a file.
   *
   * @param folder a folder of the test alone, in which LibreOffice keeps its profile
   * @param to the ending of the new format, and after a colon the filter that writes it
   * @return the new file, below the folder under the old one's name
   */
  public static Path convert(Path folder, Path file, String to) {
    try {
      Path results = Files.createDirectories(folder.resolve("converted"));
      run(folder, "--convert-to", to, "--outdir", results.toString(), file.toString());
      String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
      return results.resolve(name + "." + to.replaceAll(":.*", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it without a window until it ends; what it says goes to {@code office.log}. */
  public static void run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Needs.program("soffice").toString());
    command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    command.add("--headless");
    command.addAll(List.of(arguments));
    try {
      Process office =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("office.log").toFile())
              .start();
      boolean ended = office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        office.destroyForcibly();
      }
      assertThat(ended).as("soffice ended within %d s", PATIENCE_SECONDS).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while LibreOffice ran", e);
    }
  }
}
