package jingtu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jingtu.server.PretendOffice;
import jingtu.server.ServerOptions;
import jingtu.server.WholeServer;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.testing.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backups of either database, restored into either. */
@WholeServer
class BackupAndRestoreTests {

  private static final SystemUser SOMEBODY = new SystemUser("somebody");

  @Autowired ImportPlan importPlan;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;
  @Autowired Records records;
  @Autowired HikariDataSource pool;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @TempDir Path folder;

  /** Where a backup is put. */
  enum Target {
    EMBEDDED,
    POSTGRESQL;

    /** A place that is absent and a database that is empty. */
    ServerOptions below(Path folder) {
      return switch (this) {
        case EMBEDDED -> Restored.embedded(folder.resolve("restored"));
        case POSTGRESQL -> {
          Postgres.need();
          yield Restored.options(folder.resolve("restored"), Optional.of(Postgres.freshDatabase()));
        }
      };
    }
  }

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  /** A stream that lets the office do more work each time some bytes went through it. */
  private static final class Unhurried extends FilterOutputStream {

    private static final int PAUSES = 12;
    private static final int BYTES = 512;

    private final Runnable pause;
    private int pauses;
    private int bytes;

    Unhurried(OutputStream out, Runnable pause) {
      super(out);
      this.pause = pause;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      bytes += length;
      if (bytes >= BYTES && pauses < PAUSES) {
        bytes = 0;
        pauses++;
        pause.run();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenWhileImportsRunIsOfOneMoment(Target target) throws IOException {
    ServerOptions options = target.below(folder);
    Path archive = folder.resolve("a.zip");
    try (Importing office = new Importing(importPlan, takeBackPlan);
        OutputStream file = Files.newOutputStream(archive)) {
      office.awaitMore(5);
      take(new Unhurried(file, () -> office.awaitMore(1)), folder.resolve("nowhere"));
    }
    Restored restored = Restored.of(archive, options);
    restored.isOfOneMoment();
    restored.keepsItsAudit(Restored.sound(archive).seal());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRestoredGivesTheSameBytesAgain(Target target) throws IOException {
    ServerOptions options = target.below(folder);
    Importing.importOne(importPlan);
    jdbc.sql(
            "insert into region values ('110000', 'before the one above it', 'TOWNSHIP', '991121')")
        .update();
    Path archive = take(folder.resolve("b.zip"), dataFolder());
    jdbc.sql("delete from region where code = '110000'").update();
    Restored restored = Restored.of(archive, options);
    Path again = folder.resolve("again.zip");
    try (OutputStream out = Files.newOutputStream(again)) {
      new TakeBackup(restored.database(), options.data(), "0", clock).to(out, SOMEBODY);
    }
    assertThat(contents(again)).isEqualTo(contents(archive));
    assertThat(options.data().resolve("regions/新.csv")).hasContent("code");
  }

  /** Columns that no script knows, retired ones among them, with numbers and geometries. */
  @ParameterizedTest
  @EnumSource
  void registersComeBackWithWhatTheyHeld(Target target) throws IOException {
    ServerOptions options = target.below(folder);
    RegisterOffice office = RegisterOffice.open(regions, organisations, define);
    String name = "kept-" + target.name().toLowerCase(Locale.ROOT);
    MadeRegister first =
        new MadeRegister(name)
            .version(1)
            .shape(Definition.Shape.POLYGON)
            .sortable("name", MadeRegister.text());
    MadeRegister second =
        new MadeRegister(name)
            .version(2)
            .shape(Definition.Shape.POLYGON)
            .sortable("name", MadeRegister.text());
    List<FieldType> types = MadeRegister.typesWithColumns();
    for (int i = 0; i < types.size(); i++) {
      if (!(types.get(i) instanceof FieldType.Code)
          && !(types.get(i) instanceof FieldType.Computed)) {
        first.field("f" + i, types.get(i));
      }
    }
    Definition definition = first.definition();
    RegisterId register = office.define(definition);
    Scope coordinator = PretendOffice.coordinator(PretendOffice.CITY);
    RecordView record =
        records.create(
            coordinator,
            register,
            new RecordDraft(
                PretendOffice.COUNTY,
                Optional.empty(),
                Map.of(
                    "name", new FieldValue.Words("甲库 𠮷"),
                    "f2", new FieldValue.Amount(new BigDecimal("-12345678901234567.125")),
                    "f4", new FieldValue.Day(LocalDate.of(2026, 11, 29)),
                    "f5", new FieldValue.Span(LocalDate.of(2026, 1, 1), Optional.empty()),
                    "f6", new FieldValue.Yes(false)),
                Optional.of(MadeRegister.square(117.1234567890123, 31, 0.1 / 3))));
    office.define(second.definition());

    Path archive = take(folder.resolve("registers.zip"), folder.resolve("nowhere"));
    Restored restored = Restored.of(archive, options);

    Path again = folder.resolve("registers-again.zip");
    try (OutputStream out = Files.newOutputStream(again)) {
      new TakeBackup(restored.database(), options.data(), "0", clock).to(out, SOMEBODY);
    }
    assertThat(contents(again)).isEqualTo(contents(archive));
    assertThat(
            restored
                .jdbc()
                .sql(
                    "select \"f2\" from %s where \"record_id\" = :id and \"geom\" is not null"
                        .formatted(register.table()))
                .param("id", record.id().value())
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("-12345678901234567.125");
  }

  /** The hashes of all parts but the audit's, which has grown by the restoring. */
  private static Map<String, String> contents(Path archive) throws IOException {
    Manifest manifest = Restored.sound(archive).manifest();
    Map<String, String> parts =
        manifest.tables().stream()
            .filter(part -> !part.table().startsWith("audit_"))
            .collect(Collectors.toMap(part -> part.name(), part -> part.sha256()));
    manifest.files().forEach(part -> parts.put(part.name(), part.sha256()));
    assertThat(parts).hasSizeGreaterThan(10);
    return parts;
  }

  @Test
  void theAuditKnowsEachBackupByItsSeal() throws IOException {
    Archive archive = Restored.sound(take(folder.resolve("c.zip"), dataFolder()));

    assertThat(
            jdbc.sql(
                    "select actor, action, subject from audit_entry order by sequence desc limit 1")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single())
        .isEqualTo(List.of("os:somebody", "backup.taken", archive.seal()));
  }

  @Test
  void aFileThatGrowsWhileItIsCopiedIsCopiedAsLongAsItWas() throws IOException {
    Path data = Files.createDirectory(folder.resolve("growing"));
    Path log = Files.writeString(data.resolve("server.log"), "begun");
    Path archive = folder.resolve("grown.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        OutputStream grows = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      take(new Echoing(out, grows), data);
    }

    assertThat(Files.size(log)).isGreaterThan(1000);
    assertThat(Restored.sound(archive).manifest().files()).hasSize(1);
  }

  /** A stream that writes everything to another one too. */
  private static final class Echoing extends FilterOutputStream {

    private final OutputStream echo;

    Echoing(OutputStream out, OutputStream echo) {
      super(out);
      this.echo = echo;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      echo.write(content, offset, length);
    }
  }

  @Test
  void everyTableOfEveryModuleIsInIt() throws IOException {
    Manifest manifest = Restored.sound(take(folder.resolve("d.zip"), dataFolder())).manifest();

    assertThat(manifest.schema())
        .containsKeys("access", "audit", "document", "organisation", "plan", "register");
    assertThat(manifest.tables())
        .allSatisfy(
            part ->
                assertThat(part.rows())
                    .as(part.table())
                    .isEqualTo(
                        jdbc.sql("select count(*) from " + part.table()).query(Long.class).single()
                            // The entry of this backup came after it.
                            - (part.table().equals("audit_entry") ? 1 : 0)))
        .extracting(Manifest.TablePart::table)
        .containsExactlyInAnyOrderElementsOf(tables());
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select table_name from information_schema.tables
            where table_schema = current_schema and table_type = 'BASE TABLE'
            and table_name not like 'flyway%' and table_name <> 'spatial_ref_sys'
            """)
        .query((row, n) -> row.getString("table_name"))
        .list();
  }

  /** A data folder with a file that belongs to it, a database's, and an earlier backup. */
  private Path dataFolder() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectory(data.resolve("regions"));
    Files.writeString(data.resolve("regions/新.csv"), "code");
    Files.writeString(data.resolve("jingtu.mv.db"), "not this");
    take(data.resolve("earlier"), folder.resolve("nowhere"));
    return data;
  }

  private Path take(Path archive, Path data) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive)) {
      take(out, data);
    }
    return archive;
  }

  private void take(OutputStream out, Path data) throws IOException {
    DataSource database =
        new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    new TakeBackup(database, data, "0.0.0", clock).to(out, SOMEBODY);
  }
}
