package jingtu.server.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Announcements;
import jingtu.server.organisation.Organisation;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of the invented county. Their password is drawn anew and announced at each start. */
@Component
public class DemoAccounts {

  private static final int PASSWORD_BYTES = 9;

  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final AccountRows rows;
  private final Passwords passwords;
  private final Audit audit;
  private final Announcements announcements;

  DemoAccounts(
      Accounts accounts,
      AccountRows rows,
      Passwords passwords,
      Audit audit,
      Announcements announcements) {
    this.accounts = accounts;
    this.rows = rows;
    this.passwords = passwords;
    this.audit = audit;
    this.announcements = announcements;
  }

  /** Opens an account with a password that is announced, and returns it. */
  @Transactional
  public Account open(NewAccount wanted, Organisation organisation) {
    Account account =
        rows.find(wanted.username())
            .map(AccountRows.Row::account)
            .orElseGet(() -> accounts.addAtStart(wanted, Optional.of(organisation)));
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().encodeToString(bytes);
    rows.setPassword(account.id(), passwords.encode(password));
    audit.record(Audit.SYSTEM, "demo.password-drawn", account.username(), "");
    announcements.add(
        address -> Message.of("access.demo-sign-in", address, account.username(), password));
    return account;
  }
}
