package jingtu.commandline;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the program inside the test's own process. */
record Run(int exitCode, ByteArrayOutputStream printed, String err) {

  static Run of(String... arguments) {
    return of(false, arguments);
  }

  static Run onTerminal(String... arguments) {
    return of(true, arguments);
  }

  private static Run of(boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode;
    try (PrintStream outStream = Outlet.utf8(out, true);
        PrintStream errStream = Outlet.utf8(err, true)) {
      exitCode = Jingtu.run(new Outlet(outStream, errStream, terminal), arguments);
    }
    return new Run(exitCode, out, err.toString(StandardCharsets.UTF_8));
  }

  String out() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
