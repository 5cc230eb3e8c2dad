package jingtu.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The demo, served by a process of its own from this test's classes, until it is killed. */
record Served(Process process) implements AutoCloseable {

  /** Starts it; returns once it answers. */
  static Served demo(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Jingtu.class.getName(),
                    "serve",
                    "--demo",
                    "--port",
                    "0",
                    "--data",
                    data.toString()))
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("JINGTU_READY")) {
      said.append(line).append('\n');
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the server did not start:\n" + said);
    }
    return new Served(process);
  }

  /** Ends it as a power cut would; returns once it is gone. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
