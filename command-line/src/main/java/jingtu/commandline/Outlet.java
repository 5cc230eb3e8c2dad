package jingtu.commandline;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command's words go.
 *
 * @param out what was asked for
 * @param err what is said about it: refusals always, summaries only to a person
 * @param terminal whether a person sits before both
 */
public record Outlet(PrintStream out, PrintStream err, boolean terminal) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** The streams of this process, in UTF-8 even where the locale is C. */
  static Outlet ofProcess() {
    return new Outlet(
        utf8(new FileOutputStream(FileDescriptor.out), false),
        utf8(new FileOutputStream(FileDescriptor.err), true),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** A stream that writes text as UTF-8. */
  static PrintStream utf8(OutputStream stream, boolean flush) {
    OutputStream buffered = new BufferedOutputStream(stream, BUFFER_BYTES);
    return new PrintStream(buffered, flush, StandardCharsets.UTF_8);
  }
}
