package jingtu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup asked of a running server. */
class BackupSocketTests {

  @TempDir Path folder;

  private Path take(ServerOptions options, String name) throws IOException {
    Path archive = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(archive)) {
      JingtuServer.takeBackup(options, "0.0.0", out);
    }
    return archive;
  }

  @Test
  void aRunningServerGivesOneToItsOwnerAndAStoppedOneNeedNot() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("regions.csv"), "code,name,level,parent\n990000,某省,PROVINCE,\n");
    ServerOptions options = Restored.embedded(data);
    BackupSocket socket = BackupSocket.in(data);
    killedServerLeaves(socket);
    Path running;
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.file())))
          .isEqualTo("rw-------");
      running = take(options, "running.zip");
      assertThat(lastAudited(server))
          .isEqualTo(
              List.of(
                  "os:" + System.getProperty("user.name"),
                  "backup.taken",
                  Restored.sound(running).seal()));
    }
    assertThat(socket.file()).doesNotExist();
    Path stopped = take(options, "stopped.zip");

    assertThat(Restored.sound(stopped).manifest().rows())
        .isEqualTo(Restored.sound(running).manifest().rows() + 1);
    ServerOptions restored = Restored.embedded(folder.resolve("restored"));
    Restored.of(running, restored);
    try (ConfigurableApplicationContext server = JingtuServer.start(restored)) {
      assertThat(
              server
                  .getBean(JdbcClient.class)
                  .sql("select name from region")
                  .query(String.class)
                  .single())
          .isEqualTo("某省");
    }
  }

  /** What {@code kill -9} leaves: a socket on which nobody listens. */
  private static void killedServerLeaves(BackupSocket socket) throws IOException {
    try (ServerSocketChannel channel = socket.listen()) {
      assertThat(channel.isOpen()).isTrue();
    }
    assertThat(socket.file()).exists();
    assertThat(socket.connect()).isEmpty();
  }

  private static List<String> lastAudited(ConfigurableApplicationContext server) {
    return server
        .getBean(JdbcClient.class)
        .sql("select actor, action, subject from audit_entry order by sequence desc limit 1")
        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .single();
  }

  @Test
  void aServerWhoseFolderHasTooLongAPathServesAllTheSame() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
    try (ConfigurableApplicationContext server = JingtuServer.start(Restored.embedded(deep))) {
      assertThat(server.isRunning()).isTrue();
      assertThat(BackupSocket.in(deep).connect()).isEmpty();
    }
  }
}
