package jingtu.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door through which modules say what was done. An entry is part of the caller's transaction:
 * both are stored, or neither. The chain has one end, which an entry holds until its transaction is
 * over; so record last, when the work is done.
 */
@Component
public class Audit {

  /** The actor of what nobody in particular does, such as loading data at the start. */
  public static final String SYSTEM = "system";

  private final AuditEntries entries;
  private final Clock clock;

  Audit(AuditEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Adds what an account did.
   *
   * @param action a stable word such as {@code organisation.added}
   * @param subject the id or name of what it was done to
   * @param detail what else a reader should know; may be empty
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Scope scope, String action, String subject, String detail) {
    record(scope.username(), action, subject, detail);
  }

  /**
   * Adds what was done by somebody without an account: a name that tried to sign in, the system.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String actor, String action, String subject, String detail) {
    AuditEntries.End end = entries.holdEnd();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    entries.append(AuditEntry.after(end, at, actor, action, subject, detail));
  }

  /** Adds an entry to a database that no server need be running on, in a transaction of its own. */
  public static void record(
      DataSource database,
      Clock clock,
      String actor,
      String action,
      String subject,
      String detail) {
    Audit audit = new Audit(new AuditEntries(JdbcClient.create(database)), clock);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(t -> audit.record(actor, action, subject, detail));
  }
}
