package jingtu.server.backup;

import static jingtu.server.PretendOffice.COUNTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A platform that was restored, on either database, and what must be true of it. */
record Restored(ServerOptions options) {

  static ServerOptions embedded(Path data) {
    return options(data, Optional.empty());
  }

  static ServerOptions options(Path data, Optional<String> database) {
    return new ServerOptions(
        data, 0, database, Optional.of("postgres"), Optional.empty(), false, line -> {});
  }

  /** Restores an archive that must be sound, and finds nothing to say about it. */
  static Restored of(Path archive, ServerOptions target) throws IOException {
    RestoreBackup.Outcome outcome = JingtuServer.restore(target, sound(archive), rows -> {});
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RestoreBackup.Outcome.Restored.class,
            restored -> {
              assertThat(restored.audit().broken()).isEmpty();
              assertThat(restored.leftOut()).isEmpty();
            });
    return new Restored(target);
  }

  static Archive sound(Path file) throws IOException {
    return switch (Archive.open(file)) {
      case Archive.Outcome.Sound(Archive archive) -> archive;
      case Archive.Outcome.Faulty(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  DataSource database() {
    return options
        .database()
        .map(url -> new DriverManagerDataSource(url, "postgres", ""))
        .orElseGet(
            () ->
                new DriverManagerDataSource(
                    "jdbc:h2:file:" + options.data().resolve("jingtu") + ";DATABASE_TO_LOWER=TRUE",
                    "jingtu",
                    ""));
  }

  JdbcClient jdbc() {
    return JdbcClient.create(database());
  }

  /** What was read of each file, the file itself and the audit tell the same story. */
  void isOfOneMoment() {
    Set<UUID> audited = audited();
    assertThat(audited).hasSizeGreaterThan(1);
    assertThat(ids("select id from document where region_code = :region")).isEqualTo(audited);
    assertThat(ids("select document_id from plan_import where region_code = :region"))
        .isEqualTo(audited);
    audited.forEach(this::hasItsBytes);
    assertThat(
            jdbc()
                .sql(
                    """
                    select (select count(*) from task t where t.plan_id = p.id) from plan p
                    where p.region_code = :region
                    """)
                .param("region", COUNTY.digits())
                .query(Integer.class)
                .list())
        .hasSameSizeAs(audited)
        .containsOnly(2);
  }

  /** The documents that were imported and not taken back, by the audit. */
  private Set<UUID> audited() {
    Set<UUID> documents = new HashSet<>();
    jdbc()
        .sql("select action, subject from audit_entry where actor = :actor order by sequence")
        .param("actor", Importing.SOMEBODY.username())
        .query(
            row -> {
              UUID document = UUID.fromString(row.getString("subject"));
              switch (row.getString("action")) {
                case "plan.imported" -> assertThat(documents.add(document)).isTrue();
                case "plan.taken-back" -> assertThat(documents.remove(document)).isTrue();
                default -> throw new AssertionError(row.getString("action"));
              }
            });
    return documents;
  }

  private Set<UUID> ids(String sql) {
    return new HashSet<>(jdbc().sql(sql).param("region", COUNTY.digits()).query(UUID.class).list());
  }

  private void hasItsBytes(UUID document) {
    MessageDigest digest = Sha256.digest();
    jdbc()
        .sql("select bytes from document_part where document_id = :id order by ordinal")
        .param("id", document)
        .query((row, n) -> row.getBytes("bytes"))
        .list()
        .forEach(digest::update);
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo(
            jdbc()
                .sql("select sha256 from document where id = :id")
                .param("id", document)
                .query(String.class)
                .single());
  }

  /** The chain is whole, ends with the restoring, and cannot be changed. */
  void keepsItsAudit(String seal) {
    assertThat(JingtuServer.verifyAudit(options).broken()).isEmpty();
    assertThat(
            jdbc()
                .sql("select action, subject from audit_entry order by sequence desc limit 1")
                .query((row, n) -> List.of(row.getString("action"), row.getString("subject")))
                .single())
        .isEqualTo(List.of("backup.restored", seal));
    for (String change : List.of("update audit_entry set actor = 'x'", "delete from audit_entry")) {
      assertThatThrownBy(() -> jdbc().sql(change).update())
          .hasStackTraceContaining("audit entries are only ever added");
    }
  }
}
