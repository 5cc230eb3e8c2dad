package jingtu.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import tools.jackson.databind.json.JsonMapper;

/** Writes an {@link Archive} from its first byte to its last, without going back. */
final class ArchiveWriter {

  private static final JsonMapper MANIFEST = new JsonMapper();

  private final SealedStream sealed;
  private final ZipOutputStream zip;
  private final Instant moment;
  private final List<Manifest.TablePart> tables = new ArrayList<>();
  private final List<Manifest.FilePart> files = new ArrayList<>();

  ArchiveWriter(OutputStream out, Instant moment) {
    this.sealed = new SealedStream(out);
    this.zip = new ZipOutputStream(sealed);
    this.moment = moment;
  }

  /** Adds the rows of a table as the transaction of this thread sees them. */
  void table(Table table, JdbcTemplate database) throws IOException {
    begin(Manifest.TablePart.name(table.name()));
    DigestOutputStream part = new DigestOutputStream(zip, Sha256.digest());
    long rows;
    try (JsonRows.Writer lines = new JsonRows.Writer(part, table)) {
      RowCallbackHandler write = lines::write;
      database.query(table.select(), write);
      rows = lines.rows();
    }
    tables.add(new Manifest.TablePart(table.name(), table.columnNames(), rows, end(part)));
  }

  /**
   * Adds a file under a path with slashes, as long as it is now: one that grows is never at its
   * end.
   */
  void file(String path, Path file) throws IOException {
    begin(Manifest.FilePart.name(path));
    DigestOutputStream part = new DigestOutputStream(zip, Sha256.digest());
    try (FileChannel bytes = FileChannel.open(file)) {
      copy(bytes, bytes.size(), Channels.newChannel(part));
    }
    files.add(new Manifest.FilePart(path, end(part)));
  }

  private static void copy(FileChannel bytes, long size, WritableByteChannel part)
      throws IOException {
    long copied = 0;
    long more = 1;
    while (copied < size && more > 0) {
      more = bytes.transferTo(copied, size - copied, part);
      copied += more;
    }
  }

  /**
   * Adds the manifest and ends the archive.
   *
   * @param witness hears the seal; where it fails, the archive stays without one and is worth
   *     nothing
   */
  void finish(String product, SortedMap<String, String> schema, Consumer<Sealed> witness)
      throws IOException {
    Manifest manifest = new Manifest(Manifest.FORMAT, product, moment, schema, tables, files);
    begin(Manifest.NAME);
    zip.write(MANIFEST.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.setComment(Archive.MARK + "0".repeat(SealedStream.SEAL_BYTES));
    zip.finish();
    sealed.seal(seal -> witness.accept(new Sealed(seal, manifest)));
  }

  /** An archive that is about to be whole. */
  record Sealed(String seal, Manifest manifest) {}

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private String end(DigestOutputStream part) throws IOException {
    zip.closeEntry();
    return HexFormat.of().formatHex(part.getMessageDigest().digest());
  }
}
