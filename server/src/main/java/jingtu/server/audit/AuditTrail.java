package jingtu.server.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The entries as they are read and proved. */
@Component
public class AuditTrail {

  private static final int AT_ONCE = 1000;

  private final AuditEntries entries;

  AuditTrail(AuditEntries entries) {
    this.entries = entries;
  }

  /**
   * What a walk along the whole chain showed.
   *
   * @param entries how many were sound
   * @param hash of the last sound one; noted down elsewhere, it proves later that nobody replaced
   *     the whole chain
   * @param broken where the chain breaks for the first time; absent when it is whole
   */
  public record Verification(long entries, String hash, Optional<Finding> broken) {

    /** The sentence for a chain that is whole, with what may be noted down. */
    public Message whole() {
      return Message.of("audit.whole", entries, hash);
    }
  }

  /** Up to {@code limit} entries below a number, the newest first. Only the auditor reads them. */
  @Transactional(readOnly = true)
  public List<AuditEntry> list(Scope scope, long before, int limit) {
    return scope.is(Role.AUDITOR) ? entries.newest(before, limit) : List.of();
  }

  /** Walks the chain of a database that no server need be running on. */
  public static Verification verify(DataSource database) {
    AuditTrail trail = new AuditTrail(new AuditEntries(JdbcClient.create(database)));
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    return Objects.requireNonNull(transaction.execute(t -> trail.verify()));
  }

  /**
   * Walks the chain from its first entry to its end: every entry there, in its place, as it was
   * written. Holds the end meanwhile, so that nothing is added behind its back.
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Verification verify() {
    AuditEntries.End end = entries.holdEnd();
    AuditEntries.End sound = new AuditEntries.End(0, AuditEntry.BEFORE_THE_FIRST);
    List<AuditEntry> next = entries.oldest(0, AT_ONCE);
    while (!next.isEmpty()) {
      for (AuditEntry entry : next) {
        if (entry.sequence() != sound.sequence() + 1) {
          return broken(sound, "audit.missing");
        }
        if (!entry.follows(sound.hash())) {
          return broken(sound, "audit.changed");
        }
        sound = new AuditEntries.End(entry.sequence(), entry.hash());
      }
      next = entries.oldest(sound.sequence(), AT_ONCE);
    }
    return sound.equals(end)
        ? new Verification(sound.sequence(), sound.hash(), Optional.empty())
        : broken(sound, "audit.cut-short");
  }

  private static Verification broken(AuditEntries.End sound, String problem) {
    String place = Long.toString(sound.sequence() + 1);
    Finding finding = new Finding(place, Message.of(problem, place), Message.of("audit.remedy"));
    return new Verification(sound.sequence(), sound.hash(), Optional.of(finding));
  }
}
