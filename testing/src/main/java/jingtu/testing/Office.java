package jingtu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice, which reads and writes documents and tables as the other programs do that people
 * use. Tests are skipped where it is not installed.
 */
public final class Office {

  private static final int PATIENCE_SECONDS = 120;

  private Office() {}

  /** A profile for all that one process converts: to make one takes longer than to convert. */
  private static final class Profile {

    private static final Path FOLDER = made();

    private static Path made() {
      try {
        Path folder = Files.createTempDirectory("jingtu-office");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Converts a file.
   *
   * @param folder a folder of the test alone
   * @param to the ending of the new format, and after a colon the filter that writes it
   * @return the new file, below the folder under the old one's name
   */
  public static Path convert(Path folder, Path file, String to) {
    return convert(folder, List.of(file), to).getFirst();
  }

  /** Converts files of different names in one go: to start takes longer than to convert. */
  public static List<Path> convert(Path folder, List<Path> files, String to) {
    try {
      Path results = Files.createDirectories(folder.resolve("converted"));
      List<String> arguments =
          new ArrayList<>(List.of("--convert-to", to, "--outdir", results.toString()));
      files.forEach(file -> arguments.add(file.toString()));
      run(folder, arguments.toArray(String[]::new));
      String ending = "." + to.replaceAll(":.*", "");
      return files.stream()
          .map(file -> file.getFileName().toString().replaceAll("\\.[^.]*$", ""))
          .map(name -> results.resolve(name + ending))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs it without a window until it ends; what it says goes to {@code office.log}.
   *
   * @param folder has the profile where it holds one, under {@code profile}
   */
  public static synchronized void run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Needs.program("soffice").toString());
    Path own = folder.resolve("profile");
    command.add("-env:UserInstallation=" + (Files.exists(own) ? own : Profile.FOLDER).toUri());
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
