/**
 * An import from the upload to the batch that can be taken back: columns, check, run. Checks and
 * runs work in the background; what a run does is stored as a whole or not at all.
 */
@NullMarked
package jingtu.server.register.exchange.job;

import org.jspecify.annotations.NullMarked;
