package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped while it writes leaves what was there, and nothing besides. */
class AssessStoppedTests {

  private static final int ROWS = 400_000;

  @TempDir private Path folder = Path.of("");

  @Test
  @Timeout(300)
  void leavesNoHalfFile() throws IOException, InterruptedException {
    Path samples = writeSamples();
    Path out = Files.writeString(folder.resolve("out.csv"), "what was there");
    Process process = start(samples, out);

    while (process.isAlive() && unfinished() == 0) {
      Thread.onSpinWait();
    }
    assertThat(process.isAlive()).as("still writing").isTrue();
    process.destroy();
    process.waitFor();

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("samples.csv", "out.csv");
    assertThat(Files.readString(out)).isEqualTo("what was there");
  }

  private Path writeSamples() throws IOException {
    StringBuilder rows = new StringBuilder("id,Cd(mg/kg),As(mg/kg),Pb(mg/kg)\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(i).append(",0.2,9,25\n");
    }
    return Files.writeString(folder.resolve("samples.csv"), rows);
  }

  private static Process start(Path samples, Path out) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> words =
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Jingtu.class.getName(),
            "assess",
            samples.toString(),
            "--standard",
            "GB 36600-2018",
            "--land-use",
            "CLASS_1",
            "--out",
            out.toString());
    return new ProcessBuilder(words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Bytes of the file that is being written under another name. */
  private long unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".part"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
