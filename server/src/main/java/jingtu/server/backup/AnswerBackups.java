package jingtu.server.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jdk.net.ExtendedSocketOptions;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Sends a backup to whoever connects to the data folder's {@link BackupSocket}, one after the
 * other, on a connection of its own: the pool stays with those who work.
 */
@Component
@ConditionalOnBooleanProperty("jingtu.backup-socket")
class AnswerBackups implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerBackups.class);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String ROOT = "root";

  private final BackupSocket socket;
  private final TakeBackup takeBackup;
  private @Nullable ServerSocketChannel listening;

  AnswerBackups(
      HikariDataSource pool,
      Clock clock,
      @Value("${jingtu.data}") Path data,
      @Value("${jingtu.version}") String product) {
    this.socket = BackupSocket.in(data);
    this.takeBackup =
        new TakeBackup(
            new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()),
            data,
            product,
            clock);
  }

  /** Only now is it sure that this server, and no other, has the data folder. */
  @EventListener(ApplicationReadyEvent.class)
  void listen() {
    try {
      ServerSocketChannel channel = socket.listen();
      listening = channel;
      Thread.ofPlatform().daemon().name("backups").start(() -> answerAll(channel));
    } catch (IOException | IllegalArgumentException e) {
      Message why =
          Message.of("backup.not-listening", socket.file(), String.valueOf(e.getMessage()));
      LOG.warn(Messages.say(why, Language.ZH));
    }
  }

  private void answerAll(ServerSocketChannel channel) {
    while (channel.isOpen()) {
      try (SocketChannel asking = channel.accept()) {
        answer(asking);
      } catch (ClosedChannelException stopping) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn(Messages.say(Message.of("backup.failed"), Language.ZH), e);
      }
    }
  }

  private void answer(SocketChannel asking) throws IOException {
    SystemUser user =
        new SystemUser(asking.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
    if (!mayAsk(user)) {
      return;
    }
    try (OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(asking), BUFFER_BYTES)) {
      takeBackup.to(out, user);
    }
  }

  /** The socket's mode says so too, but only from a moment after it was opened. */
  private boolean mayAsk(SystemUser user) throws IOException {
    return user.name().equals(ROOT) || user.name().equals(Files.getOwner(socket.file()).getName());
  }

  @Override
  public void destroy() throws IOException {
    ServerSocketChannel channel = listening;
    if (channel != null) {
      channel.close();
      Files.deleteIfExists(socket.file());
    }
  }
}
