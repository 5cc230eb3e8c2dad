package jingtu.commandline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.server.backup.Archive;
import jingtu.server.backup.Manifest;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies everything the platform keeps into one file, also while it runs, and reads it back. */
@Command(name = "backup")
final class Backup implements Callable<Integer> {

  private static final long MEBIBYTE = 1 << 20;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Outlet outlet;
  private final Language language;
  private final Progress progress;

  @Parameters(paramLabel = "FILE", descriptionKey = "jingtu.backup.FILE")
  private Path file = Path.of("");

  @Mixin private DataPlace place = new DataPlace();

  @Option(names = "--check")
  private boolean check;

  Backup(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
    this.progress = new Progress(outlet, language);
  }

  @Override
  public Integer call() {
    Libraries.keepQuiet();
    return check ? check() : take();
  }

  private int check() {
    if (!Files.isRegularFile(file)) {
      return refuse(Message.of("command-line.no-such-file", file));
    }
    try {
      return switch (Archive.open(file)) {
        case Archive.Outcome.Sound(Archive archive) -> done("command-line.backup-sound", archive);
        case Archive.Outcome.Faulty(List<Finding> findings) -> {
          findings.forEach(finding -> outlet.out().println(finding.say(language)));
          yield ExitCode.DONE_WITH_FINDINGS;
        }
      };
    } catch (IOException e) {
      return refuse(Message.of("command-line.unreadable-file", file, e));
    }
  }

  private int take() {
    if (Files.exists(file)) {
      return refuse(Message.of("command-line.file-is-there", file));
    }
    ServerOptions options = place.options();
    try (UnfinishedFile unfinished = UnfinishedFile.at(file, OWNER_ONLY)) {
      write(options, unfinished);
      return switch (Archive.open(unfinished.path())) {
        case Archive.Outcome.Sound(Archive archive) -> {
          unfinished.finishOnDisk();
          yield done("command-line.backed-up", archive);
        }
        case Archive.Outcome.Faulty broken ->
            refuse(Message.of("command-line.backup-broken-off", options.data()));
      };
    } catch (IOException e) {
      return refuse(Message.of("command-line.backup-unwritable", file, e));
    } catch (DataAccessException | TransactionException failure) {
      return refuse(StartFault.explain(failure, options));
    }
  }

  private void write(ServerOptions options, UnfinishedFile unfinished) throws IOException {
    progress.enter("command-line.backing-up");
    try (OutputStream out = new Watched(unfinished.open())) {
      JingtuServer.takeBackup(options, Version.number(), out);
    } finally {
      progress.over();
    }
  }

  /** A stream that shows how many MiB went through it. */
  private final class Watched extends FilterOutputStream {

    private long written;

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
      progress.amount(written / MEBIBYTE);
    }
  }

  private int done(String sentence, Archive archive) {
    Manifest manifest = archive.manifest();
    Message message =
        Message.of(
            sentence,
            file,
            manifest.moment(),
            manifest.tables().size(),
            manifest.rows(),
            manifest.files().size(),
            archive.seal());
    outlet.out().println(Messages.say(message, language));
    return ExitCode.DONE;
  }

  private int refuse(Message why) {
    outlet.err().println(Messages.say(why, language));
    return ExitCode.NOT_DONE;
  }
}
