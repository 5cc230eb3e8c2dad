package jingtu.server.audit;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import jingtu.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever gets past the triggers, say with the rights of the database's owner, still leaves a
 * trace: every single change, removal, exchange or insertion is found.
 */
@ApplicationModuleTest
@OnBothDatabases
class AuditTrailPropertyTests {

  private static final int ENTRIES = 40;

  @Autowired Audit audit;
  @Autowired AuditTrail trail;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void fill() {
    RandomGenerator random = jingtu.testing.Seeded.random(7);
    transaction.executeWithoutResult(
        t -> {
          for (int i = 0; i < ENTRIES; i++) {
            String actor = oneOf(random, List.of("li", "wang", "system"));
            audit.record(actor, "thing.done", "subject " + i, "细节 " + random.nextInt(1000));
          }
        });
    dropTriggers();
  }

  private void dropTriggers() {
    boolean h2 = "h2".equals(System.getProperty("jingtu.database", "h2"));
    jdbc.sql("drop trigger if exists audit_entry_only_added" + (h2 ? "" : " on audit_entry"))
        .update();
  }

  @AfterEach
  void empty() {
    jdbc.sql("delete from audit_entry").update();
    jdbc.sql("update audit_end set sequence = 0, hash = :hash")
        .param("hash", AuditEntry.BEFORE_THE_FIRST)
        .update();
  }

  /** One thing that somebody might do to the tables. */
  private record Tampering(String sql) {}

  private static Tampering tampering(RandomGenerator random) {
    int at = 1 + random.nextInt(ENTRIES);
    int other = 1 + (at + random.nextInt(ENTRIES - 1)) % ENTRIES;
    return new Tampering(
        oneOf(
            random,
            List.of(
                "update audit_entry set actor = 'nobody' where sequence = " + at,
                "update audit_entry set action = 'thing.undone' where sequence = " + at,
                "update audit_entry set subject = subject || '.' where sequence = " + at,
                "update audit_entry set detail = '' where sequence = " + at,
                "update audit_entry set at = at + interval '0.000001' second where sequence = "
                    + at,
                "update audit_entry set hash = (select hash from audit_entry where sequence = %d) where sequence = %d"
                    .formatted(other, at),
                "delete from audit_entry where sequence = " + at,
                "delete from audit_entry where sequence >= " + at,
                "delete from audit_entry",
                "update audit_entry set sequence = -sequence where sequence = " + at,
                "update audit_entry set sequence = %d + 1000 where sequence = %d".formatted(at, at),
                swap(at, other),
                "insert into audit_entry select sequence + 1000, at, actor, action, subject, detail, hash"
                    + " from audit_entry where sequence = "
                    + at)));
  }

  private static String swap(int a, int b) {
    return """
        update audit_entry e set subject = (select o.subject from audit_entry o where o.sequence =
          case when e.sequence = %d then %d else %d end) where sequence in (%d, %d)
        """
        .formatted(a, b, a, a, b);
  }

  @Test
  void anUntouchedChainIsWhole() {
    AuditTrail.Verification verification = trail.verify();
    assertThat(verification.broken()).isEmpty();
    assertThat(verification.entries()).isEqualTo(ENTRIES);
  }

  @Test
  void anySingleChangeIsFound() {
    forAll(
        150,
        AuditTrailPropertyTests::tampering,
        tampering ->
            transaction.executeWithoutResult(
                t -> {
                  assertThat(jdbc.sql(tampering.sql()).update()).isPositive();
                  assertThat(trail.verify().broken()).as(tampering.sql()).isPresent();
                  t.setRollbackOnly();
                }));
  }
}
