package jingtu.commandline;

import java.io.PrintStream;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** How far a command is, on one line that a person sees change; nothing in a pipe. */
final class Progress {

  private static final long NANOS_BETWEEN = 200_000_000L;
  private static final int PERCENT = 100;

  private final PrintStream err;
  private final boolean shown;
  private final Language language;
  private String key = "";
  private long rows;
  private long findings;
  private long last = System.nanoTime();
  private int width;

  Progress(Outlet outlet, Language language) {
    this.err = outlet.err();
    this.shown = outlet.terminal();
    this.language = language;
  }

  void row() {
    rows++;
  }

  void finding() {
    findings++;
  }

  /** Begins a stage; the message has blanks for percent, rows and findings. */
  void enter(String stage) {
    key = stage;
  }

  /** Shows which share of the stage is done, from 0 to 1. */
  void share(double done) {
    showWhenDue(Math.round(done * PERCENT));
  }

  /** Shows how much is done where the whole is not known; it takes the blank of the percent. */
  void amount(long done) {
    showWhenDue(done);
  }

  private void showWhenDue(long done) {
    if (shown && System.nanoTime() - last > NANOS_BETWEEN) {
      last = System.nanoTime();
      show(Messages.say(Message.of(key, done, rows, findings), language));
    }
  }

  private void show(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  /** Takes the line away. */
  void over() {
    if (width > 0) {
      err.print("\r" + " ".repeat(2 * width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
