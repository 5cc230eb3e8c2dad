package jingtu.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;
import jingtu.server.audit.Audit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies a database and the files beside it while others go on working: all rows of all tables are
 * read in one transaction that sees one moment.
 *
 * <p>The audit says who took which backup, by its seal. The entry is stored before the seal is
 * written, so no sealed archive exists without its entry; the archive itself does not hold it.
 *
 * @param product the version of the program
 * @param folder the data folder
 */
public record TakeBackup(DataSource database, Path folder, String product, Clock clock) {

  /** Rows that are fetched at once; a row of a document's bytes has 256 KiB. */
  private static final int FETCH = 64;

  /**
   * Writes an archive; the stream stays open.
   *
   * @param who asked for it
   */
  public void to(OutputStream out, SystemUser who) throws IOException {
    JdbcTemplate rows = new JdbcTemplate(database);
    rows.setFetchSize(FETCH);
    boolean embedded = isH2(rows);
    List<Table> tables = Tables.in(rows);
    try {
      moment(embedded)
          .executeWithoutResult(
              transaction -> {
                if (embedded) {
                  rows.execute("set lazy_query_execution 1");
                }
                write(out, rows, tables, who);
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void write(OutputStream out, JdbcTemplate rows, List<Table> tables, SystemUser who) {
    ArchiveWriter archive = new ArchiveWriter(out, clock.instant());
    try {
      SortedMap<String, String> schema = SchemaVersions.in(rows);
      for (Table table : tables) {
        archive.table(table, rows);
      }
      for (Map.Entry<String, Path> file : DataFolder.files(folder).entrySet()) {
        archive.file(file.getKey(), file.getValue());
      }
      archive.finish(product, schema, whole -> record(whole, who));
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private void record(ArchiveWriter.Sealed whole, SystemUser who) {
    String detail = whole.manifest().moment() + " · " + whole.manifest().rows();
    Audit.record(database, clock, who.inAudit(), "backup.taken", whole.seal(), detail);
  }

  /**
   * Transactions that see the database as it was at their first query. On H2 only SERIALIZABLE (and
   * its own SNAPSHOT) does: its REPEATABLE READ takes each table when it is first read. On
   * PostgreSQL REPEATABLE READ does, and never fails for what others do.
   */
  private TransactionTemplate moment(boolean embedded) {
    TransactionTemplate moment = new TransactionTemplate(new JdbcTransactionManager(database));
    moment.setReadOnly(!embedded);
    moment.setIsolationLevel(
        embedded
            ? TransactionDefinition.ISOLATION_SERIALIZABLE
            : TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return moment;
  }

  private static boolean isH2(JdbcTemplate database) {
    return Boolean.TRUE.equals(
        database.<Boolean>execute(
            (Connection connection) -> connection.getMetaData().getURL().startsWith("jdbc:h2:")));
  }
}
