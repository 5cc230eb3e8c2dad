package jingtu.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.server.audit.AuditTrail;
import jingtu.server.backup.Archive;
import jingtu.server.backup.Manifest;
import jingtu.server.backup.RestoreBackup;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a backup into an empty folder and an empty database, once every byte of it is checked. */
@Command(name = "restore")
final class Restore implements Callable<Integer> {

  private final Outlet outlet;
  private final Language language;
  private final Progress progress;

  @Parameters(paramLabel = "FILE", descriptionKey = "jingtu.restore.FILE")
  private Path file = Path.of("");

  @Mixin private DataPlace place = new DataPlace();

  Restore(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
    this.progress = new Progress(outlet, language);
  }

  @Override
  public Integer call() {
    Libraries.keepQuiet();
    if (!Files.isRegularFile(file)) {
      return refuse(Message.of("command-line.no-such-file", file));
    }
    ServerOptions options = place.options();
    try {
      return switch (Archive.open(file)) {
        case Archive.Outcome.Faulty(List<Finding> findings) -> {
          findings.forEach(finding -> outlet.err().println(finding.say(language)));
          yield ExitCode.NOT_DONE;
        }
        case Archive.Outcome.Sound(Archive archive) -> restore(archive, options);
      };
    } catch (IOException e) {
      return refuse(Message.of("command-line.not-restored", e));
    } catch (DataAccessException | TransactionException | FlywayException failure) {
      return refuse(StartFault.explain(failure, options));
    }
  }

  private int restore(Archive archive, ServerOptions options) throws IOException {
    return switch (watched(archive, options)) {
      case RestoreBackup.Outcome.Refused(Finding finding) -> {
        outlet.err().println(finding.say(language));
        yield ExitCode.NOT_DONE;
      }
      case RestoreBackup.Outcome.Restored(AuditTrail.Verification audit, List<Finding> leftOut) ->
          tell(archive.manifest(), audit, leftOut);
    };
  }

  private RestoreBackup.Outcome watched(Archive archive, ServerOptions options) throws IOException {
    progress.enter("command-line.restoring");
    double all = archive.manifest().rows();
    try {
      return JingtuServer.restore(options, archive, rows -> progress.share(rows / all));
    } finally {
      progress.over();
    }
  }

  private int tell(Manifest manifest, AuditTrail.Verification audit, List<Finding> leftOut) {
    List<Finding> findings = new ArrayList<>(leftOut);
    audit.broken().ifPresent(findings::add);
    Message restored =
        Message.of(
            "command-line.restored",
            place.folder(),
            manifest.moment(),
            manifest.tables().size() - leftOut.size(),
            manifest.rows(),
            manifest.files().size());
    outlet.out().println(Messages.say(restored, language));
    if (audit.broken().isEmpty()) {
      outlet.out().println(Messages.say(audit.whole(), language));
    }
    findings.forEach(finding -> outlet.out().println(finding.say(language)));
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS;
  }

  private int refuse(Message why) {
    outlet.err().println(Messages.say(why, language));
    return ExitCode.NOT_DONE;
  }
}
