package jingtu.server.duty.reminder;

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

/**
 * A server that is killed after a mail went out, and before the other side said that it has it,
 * says at its next start that nobody knows, and sends no second mail.
 */
@Tag("both-databases")
class KilledWhileSendingTests {

  @TempDir Path folder;

  @Test
  void nobodyKnowsAndNoSecondMailArrives() throws IOException, InterruptedException {
    List<String> database = database();
    try (ScriptedMailServer mail = new ScriptedMailServer()) {
      mail.answer(ScriptedMailServer.Manner.FALLS_SILENT);
      Process sending = start("send", mail.port(), database);
      try {
        mail.awaitMail();
      } finally {
        sending.destroyForcibly().onExit().join();
      }
      assertThat(mail.mails()).hasSize(1);

      mail.answer(ScriptedMailServer.Manner.TAKES);
      Process looking = start("look", mail.port(), database);
      try {
        assertThat(line(looking, SendUntilKilled.FOUND))
            .isEqualTo(SendUntilKilled.FOUND + "UNCONFIRMED STOPPED true");
        assertThat(looking.waitFor()).isZero();
      } finally {
        looking.destroyForcibly().onExit().join();
      }
      assertThat(mail.mails()).hasSize(1);
    }
  }

  private List<String> database() {
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

  private Process start(String what, int port, List<String> database) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            SendUntilKilled.class.getName(),
            what,
            "--server.port=0",
            "--jingtu.data=" + folder,
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + port,
            "--spring.mail.username=county@county.example",
            // Longer than the test takes: only the kill ends the waiting.
            "--spring.mail.properties.mail.smtp.timeout=600000"));
    command.addAll(database);
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
}
