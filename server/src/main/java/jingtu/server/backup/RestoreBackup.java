package jingtu.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jingtu.server.audit.Audit;
import jingtu.server.audit.AuditTrail;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts an archive into an empty database and an empty folder.
 *
 * <p>The tables are made as they were when the backup was taken, filled, and then brought up to
 * date by the same migrations that a running platform would have gone through.
 */
public record RestoreBackup(DataSource database, Path folder, Migrations migrations, Clock clock) {

  /** How the modules' tables are made; the server owns their scripts. */
  public interface Migrations {

    /** The latest version of each module's tables that this program can make. */
    SortedMap<String, String> latest(DataSource database);

    /** Makes the tables of these modules as they were in these versions. */
    void upTo(DataSource database, Map<String, String> versions);

    /**
     * Makes the tables that a running platform makes as it goes and that no script knows, from what
     * an archive says of them.
     *
     * @param rows the rows of a table of the archive, each by the names of its columns; none where
     *     the archive has no such table
     * @param columns the columns that the archive has of a table, in its order
     */
    void atRunTime(
        DataSource database,
        Function<String, List<Map<String, Object>>> rows,
        Function<String, List<String>> columns);

    /** Brings the tables of all modules up to date. */
    void all(DataSource database);
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /**
     * All of it is in place.
     *
     * @param audit the walk along the audit chain, before the restoring was written down
     * @param leftOut tables of the archive that this program does not have
     */
    record Restored(AuditTrail.Verification audit, List<Finding> leftOut) implements Outcome {}

    /** Nothing was touched. */
    record Refused(Finding finding) implements Outcome {}
  }

  /**
   * Restores an archive.
   *
   * @param progress hears how many rows are in
   */
  public Outcome from(Archive archive, SystemUser who, LongConsumer progress) throws IOException {
    Optional<Finding> obstacle = obstacle(archive.manifest());
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    for (Manifest.FilePart file : archive.manifest().files()) {
      Path target = inside(file);
      Files.createDirectories(target.getParent());
      archive.copy(file, target);
    }
    migrations.upTo(database, archive.manifest().schema());
    migrations.atRunTime(
        database, table -> rows(archive, table), table -> columns(archive.manifest(), table));
    List<Manifest.TablePart> leftOut = new LoadArchive(archive, database, progress).run();
    migrations.all(database);
    AuditTrail.Verification audit = AuditTrail.verify(database);
    String moment = archive.manifest().moment().toString();
    Audit.record(database, clock, who.inAudit(), "backup.restored", archive.seal(), moment);
    return new Outcome.Restored(audit, leftOut.stream().map(RestoreBackup::unknown).toList());
  }

  private static List<Map<String, Object>> rows(Archive archive, String table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    archive.manifest().tables().stream()
        .filter(part -> part.table().equals(table))
        .forEach(
            part -> {
              try {
                archive.rows(part, row -> rows.add(named(part.columns(), row)));
              } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + part.name(), e);
              }
            });
    return rows;
  }

  private static List<String> columns(Manifest manifest, String table) {
    return manifest.tables().stream()
        .filter(part -> part.table().equals(table))
        .flatMap(part -> part.columns().stream())
        .toList();
  }

  /** A row by the names of its columns, without those that hold nothing. */
  private static Map<String, Object> named(List<String> columns, @Nullable Object[] row) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row[i];
      if (value != null) {
        named.put(columns.get(i), value);
      }
    }
    return named;
  }

  private Optional<Finding> obstacle(Manifest manifest) {
    return Stream.of(tablesInTheWay(), newerSchema(manifest)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Finding> tablesInTheWay() {
    Set<String> tables = Tables.names(new JdbcTemplate(database));
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "",
                Message.of("backup.database-not-empty", String.join(", ", tables)),
                Message.of("backup.empty-database")));
  }

  private Optional<Finding> newerSchema(Manifest manifest) {
    SortedMap<String, String> latest = migrations.latest(database);
    return manifest.schema().entrySet().stream()
        .filter(of -> isNewer(of.getValue(), latest.getOrDefault(of.getKey(), "0")))
        .findFirst()
        .map(
            of ->
                new Finding(
                    Manifest.NAME,
                    Message.of("backup.newer-tables", of.getKey(), of.getValue()),
                    Message.of("backup.take-that-version", manifest.product())));
  }

  private static boolean isNewer(String version, String latest) {
    return MigrationVersion.fromVersion(version).isNewerThan(latest);
  }

  /** Where a file goes; never outside the folder, whatever the archive says. */
  private Path inside(Manifest.FilePart file) {
    Path target = folder.resolve(file.path()).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new IllegalArgumentException(file.name() + " leads out of the data folder");
    }
    return target;
  }

  private static Finding unknown(Manifest.TablePart part) {
    return new Finding(
        part.name(),
        Message.of("backup.unknown-table", part.table(), part.rows()),
        Message.of("backup.left-out"));
  }
}
