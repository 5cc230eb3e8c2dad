package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code backup} and {@code restore}, beside a server in a process of its own. */
class BackupTests {

  @TempDir private Path folder = Path.of("");

  private static Run backup(Path file, Path data) {
    return Run.of("backup", file.toString(), "--data", data.toString(), "--lang", "en");
  }

  private static Run restore(Path file, Path data) {
    return Run.of("restore", file.toString(), "--data", data.toString(), "--lang", "en");
  }

  private static Run check(Path file) {
    return Run.of("backup", "--check", file.toString(), "--lang", "en");
  }

  private static List<String> content(Path folder) throws IOException {
    try (var content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsTakenFromARunningPlatformIsRestoredBesideIt() throws IOException {
    Path data = folder.resolve("data");
    Path file = folder.resolve("a.zip");
    Path restored = folder.resolve("restored");
    try (Served server = Served.demo(data)) {
      Run taken = backup(file, data);
      assertThat(taken.err()).isEmpty();
      assertThat(taken.out()).contains("Backed up in " + file, "passwords", "only its owner");
      assertThat(taken.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(server.process().isAlive()).isTrue();

      Run again = backup(file, data);
      assertThat(again.err()).contains("already there");
      assertThat(again.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    }
    assertThat(check(file).exitCode()).isEqualTo(ExitCode.DONE);

    Run back = restore(file, restored);
    assertThat(back.err()).isEmpty();
    assertThat(back.out()).contains("Restored in " + restored, "The audit chain is whole");
    assertThat(back.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(content(restored)).containsExactly("jingtu.mv.db");
    assertThat(Run.of("verify-audit", "--data", restored.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);

    Run twice = restore(file, restored);
    assertThat(twice.err()).contains("is not empty; it holds jingtu.mv.db");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.NOT_DONE);

    Path stopped = folder.resolve("stopped.zip");
    assertThat(backup(stopped, data).exitCode()).isEqualTo(ExitCode.DONE);
    bothFindDamageIn(stopped);
  }

  /** A flipped bit is found by both commands, and nothing of the backup is restored. */
  private void bothFindDamageIn(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.entries().nextElement().getName()).isEqualTo("tables/account.jsonl");
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes);

    Run checked = check(file);
    assertThat(checked.out()).contains("tables/account.jsonl: This part of the backup is damaged");
    assertThat(checked.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);

    Path nowhere = folder.resolve("nowhere");
    Run refused = restore(file, nowhere);
    assertThat(refused.err()).contains("tables/account.jsonl");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void whatARunningPlatformBreaksOffIsNotKept() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = folder.resolve("a.zip");
    CompletableFuture<Void> hungUp;
    Run run;
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(data.resolve("jingtu.backup.socket")));
      hungUp = CompletableFuture.runAsync(() -> hangUp(server));
      run = backup(file, data);
    }

    hungUp.join();
    assertThat(run.err()).contains("broke the backup off");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(content(folder)).containsExactly("data");
  }

  private static void hangUp(ServerSocketChannel server) {
    try {
      server.accept().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Run nothing = backup(folder.resolve("a.zip"), folder.resolve("data"));
    assertThat(nothing.err()).contains("There is no database of Jingtu in");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(content(folder)).isEmpty();

    assertThat(check(folder.resolve("b.zip")).err()).contains("There is no file");
    assertThat(restore(folder.resolve("b.zip"), folder).err()).contains("There is no file");
    assertThat(backup(folder.resolve("none/a.zip"), folder).err()).contains("cannot be written");
  }
}
