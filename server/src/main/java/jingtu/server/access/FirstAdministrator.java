package jingtu.server.access;

import java.util.Optional;
import jingtu.server.edge.Announcements;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that somebody can invite the others: as long as no administrator has a password, each
 * start adds the first administrator where it is absent and announces a new one-time link for it.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

  private static final String USERNAME = "admin";

  private final Accounts accounts;
  private final AccountRows rows;
  private final Invitations invitations;
  private final Announcements announcements;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      Accounts accounts,
      AccountRows rows,
      Invitations invitations,
      Announcements announcements,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.rows = rows;
    this.invitations = invitations;
    this.announcements = announcements;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.hasAdministratorWithPassword()) {
      return;
    }
    transaction.executeWithoutResult(
        t -> {
          Account first =
              rows.find(USERNAME).map(AccountRows.Row::account).orElseGet(this::addFirst);
          String secret = invitations.issue(first.id()).secret();
          announcements.add(
              address -> Message.of("access.first-link", USERNAME, address + "/welcome/" + secret));
        });
  }

  private Account addFirst() {
    String name = Messages.say(Message.of("access.first-administrator"), Language.ZH);
    NewAccount first = new NewAccount(USERNAME, name, Role.ADMINISTRATOR, Optional.empty());
    return accounts.addAtStart(first, Optional.empty());
  }
}
