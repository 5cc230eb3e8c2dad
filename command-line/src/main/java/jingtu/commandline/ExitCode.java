package jingtu.commandline;

/** How a command ended, as its caller sees it. */
final class ExitCode {

  static final int DONE = 0;
  static final int DONE_WITH_FINDINGS = 1;
  static final int NOT_DONE = 2;

  private ExitCode() {}
}
