package jingtu.commandline;

import java.util.Optional;
import java.util.concurrent.Callable;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.server.audit.AuditTrail;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves that no entry of the audit was changed, removed or slipped in. */
@Command(name = "verify-audit")
final class VerifyAudit implements Callable<Integer> {

  private final Outlet outlet;
  private final Language language;

  @Mixin private DataPlace place = new DataPlace();

  VerifyAudit(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
  }

  @Override
  public Integer call() {
    ServerOptions options = place.options();
    try {
      return tell(JingtuServer.verifyAudit(options));
    } catch (DataAccessException | TransactionException failure) {
      outlet.err().println(Messages.say(StartFault.explain(failure, options), language));
      return ExitCode.NOT_DONE;
    }
  }

  private int tell(AuditTrail.Verification verification) {
    Optional<Finding> broken = verification.broken();
    if (broken.isPresent()) {
      outlet.out().println(broken.get().say(language));
      return ExitCode.DONE_WITH_FINDINGS;
    }
    outlet.out().println(Messages.say(verification.whole(), language));
    return ExitCode.DONE;
  }
}
