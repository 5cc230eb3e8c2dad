/**
 * Files of records as they come in: opened by content, their columns matched to those of a
 * register, their rows read into records with every fault at its cell.
 */
@NullMarked
package jingtu.server.register.exchange.intake;

import org.jspecify.annotations.NullMarked;
