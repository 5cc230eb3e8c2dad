package jingtu.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where a running server is asked for a backup: a Unix domain socket in its data folder. Whoever
 * connects is sent an archive; nothing is said the other way. It opens no port, and the operating
 * system lets none but its owner connect and tells who does.
 *
 * @param file the socket in the file system; its absolute path may have about 100 bytes
 */
public record BackupSocket(Path file) {

  /** The socket of a data folder. */
  public static BackupSocket in(Path folder) {
    return new BackupSocket(folder.toAbsolutePath().normalize().resolve("jingtu.backup.socket"));
  }

  /** The archive that a running server sends; empty where none is listening. */
  public Optional<InputStream> connect() {
    try {
      return Optional.of(
          Channels.newInputStream(SocketChannel.open(UnixDomainSocketAddress.of(file))));
    } catch (IOException nobodyListens) {
      return Optional.empty();
    }
  }

  /** Begins to listen, in the place of a socket that a killed server left behind. */
  ServerSocketChannel listen() throws IOException {
    Files.deleteIfExists(file);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(file));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
