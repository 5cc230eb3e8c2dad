/**
 * The program {@code jingtu}: one class per command, over the engines and the server.
 *
 * <p>Exit code 0 says done, 1 done with findings, 2 not done. What was asked for goes to the
 * standard output in UTF-8, whatever the locale; everything said about it goes to the standard
 * error.
 */
@NullMarked
package jingtu.commandline;

import org.jspecify.annotations.NullMarked;
