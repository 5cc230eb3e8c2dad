package jingtu.commandline;

import org.slf4j.helpers.NOP_FallbackServiceProvider;

/** The libraries under the commands that start no server. */
final class Libraries {

  private Libraries() {}

  /**
   * Keeps them from writing logs among the output. Their logging looks for its back end at first
   * use, and would else start the server's.
   */
  static void keepQuiet() {
    System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }
}
