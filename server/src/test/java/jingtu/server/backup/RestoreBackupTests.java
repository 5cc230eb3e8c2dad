package jingtu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.server.audit.Audit;
import jingtu.testing.Postgres;
import jingtu.vocabulary.Language;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is refused, and backups of other versions. */
class RestoreBackupTests {

  private static final Instant MOMENT = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir Path folder;
  private Path target = Path.of("");

  @BeforeEach
  void name() {
    target = folder.resolve("restored");
  }

  /** An archive of a database whose audit tables are of their first version. */
  private Path early() throws IOException {
    DataSource database =
        new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/common/audit")
        .table(SchemaVersions.historyOf("audit"))
        .target("1")
        .load()
        .migrate();
    Audit.record(database, Clock.systemUTC(), "somebody", "thing.done", "x", "");
    return take(database, folder.resolve("early.zip"));
  }

  private Path take(DataSource database, Path archive) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive)) {
      new TakeBackup(database, folder.resolve("nowhere"), "0.0.1", Clock.systemUTC())
          .to(out, new SystemUser("somebody"));
    }
    return archive;
  }

  /** An archive without tables, of a version to come, with one file. */
  private Path made(Map<String, String> schema, String path) throws IOException {
    Path archive = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(archive)) {
      ArchiveWriter writer = new ArchiveWriter(out, MOMENT);
      writer.file(path, Files.writeString(folder.resolve("some file"), "x"));
      writer.finish("9.9.9", new TreeMap<>(schema), whole -> {});
    }
    return archive;
  }

  private static RestoreBackup.Outcome restore(Path archive, ServerOptions options)
      throws IOException {
    return JingtuServer.restore(options, Restored.sound(archive), rows -> {});
  }

  private static String refusal(Path archive, ServerOptions options) throws IOException {
    return switch (restore(archive, options)) {
      case RestoreBackup.Outcome.Refused(var finding) -> finding.say(Language.EN);
      case RestoreBackup.Outcome.Restored restored -> throw new AssertionError("restored");
    };
  }

  private static List<String> content(Path folder) throws IOException {
    try (var content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anOlderBackupIsBroughtUpToDate() throws IOException {
    Path file = early();
    Archive archive = Restored.sound(file);
    assertThat(archive.manifest().schema()).isEqualTo(Map.of("audit", "1"));

    Restored restored = Restored.of(file, Restored.embedded(target));

    assertThat(SchemaVersions.in(new JdbcTemplate(restored.database())))
        .containsEntry("audit", "2")
        .containsKeys("access", "plan");
    restored.keepsItsAudit(archive.seal());
  }

  @Test
  void aBackupOfANewerVersionIsRefusedWithTheVersionThatCanDoIt() throws IOException {
    assertThat(refusal(made(Map.of("audit", "1000"), "x"), Restored.embedded(target)))
        .contains("audit in version 1000", "Jingtu 9.9.9 or newer");
    assertThat(refusal(made(Map.of("weather", "1"), "x"), Restored.embedded(target)))
        .contains("weather in version 1");
    assertThat(content(target)).isEmpty();
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Path regions = Files.createDirectory(target).resolve("regions.csv");
    Files.writeString(regions, "code,name,level,parent\n");

    assertThat(refusal(early(), Restored.embedded(target)))
        .contains(target.toString(), "regions.csv", "--data");
    assertThat(content(target)).containsExactly("regions.csv");
  }

  @Test
  void aDatabaseThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Postgres.need();
    ServerOptions options = Restored.options(target, Optional.of(Postgres.freshDatabase()));
    Path archive = early();
    Restored restored = Restored.of(archive, options);
    ServerOptions again = Restored.options(folder.resolve("again"), options.database());

    assertThat(refusal(archive, again)).contains("audit_entry", "--database");
    restored.keepsItsAudit(Restored.sound(archive).seal());
  }

  @Test
  void whatIsNotOfJingtuIsLeftOutAndSaid() throws IOException {
    Restored first = Restored.of(early(), Restored.embedded(target));
    JdbcTemplate database = new JdbcTemplate(first.database());
    database.execute("create table somebodys (n integer primary key)");
    database.update("insert into somebodys values (7)");
    Path archive = take(first.database(), folder.resolve("with.zip"));

    assertThat(restore(archive, Restored.embedded(folder.resolve("other"))))
        .isInstanceOfSatisfying(
            RestoreBackup.Outcome.Restored.class,
            restored ->
                assertThat(restored.leftOut())
                    .singleElement()
                    .satisfies(
                        finding ->
                            assertThat(finding.say(Language.EN))
                                .contains("somebodys with 1 rows", "left out")));
  }

  @Test
  void noFileLeavesTheFolder() throws IOException {
    Path archive = made(Map.of(), "../../escaped");

    assertThatThrownBy(() -> restore(archive, Restored.embedded(target)))
        .hasMessageContaining("leads out of the data folder");
    assertThat(folder.resolve("escaped")).doesNotExist();
    assertThat(content(target)).isEmpty();
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path file = early();
    Archive damagedLater = Restored.sound(file);
    Files.write(file, new byte[] {1, 2, 3});

    assertThatThrownBy(
            () -> JingtuServer.restore(Restored.embedded(target), damagedLater, rows -> {}))
        .isInstanceOf(RuntimeException.class);
    assertThat(content(target)).isEmpty();
  }
}
