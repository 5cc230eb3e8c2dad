package jingtu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jingtu.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
@OnBothDatabases
class AuditTests {

  @Autowired Audit audit;
  @Autowired AuditEntries entries;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private void add(String subject) {
    transaction.executeWithoutResult(
        t -> audit.record("tester", "thing.done", subject, "第一次 · first"));
  }

  @Test
  void anEntryNeedsTheTransactionOfWhatItTells() {
    assertThatThrownBy(() -> audit.record("tester", "thing.done", "alone", ""))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anEntryGoesWithItsTransaction() {
    AuditEntries.End before = entries.end();
    transaction.executeWithoutResult(
        t -> {
          audit.record("tester", "thing.done", "undone", "");
          t.setRollbackOnly();
        });
    assertThat(entries.end()).isEqualTo(before);
  }

  @Test
  void theDatabaseRefusesToChangeOrRemoveAnEntry() {
    add("kept");
    assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'nobody'").update())
        .hasStackTraceContaining("audit entries are only ever added");
    assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
        .hasStackTraceContaining("audit entries are only ever added");
  }
}
