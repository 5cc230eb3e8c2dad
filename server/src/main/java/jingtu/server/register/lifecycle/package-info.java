/**
 * What happens to a record over time: the steps from state to state and who takes them, what is due
 * by when, and which records hang together.
 *
 * <p>Definitions name functions, not organisations; each region says which of its organisations
 * hold a function, and a region that says nothing asks the one above it.
 *
 * <p>Deadlines are reckoned anew, from the record as it stands and the day that it is, whenever
 * either changes. Reckoning twice changes nothing.
 */
@NullMarked
package jingtu.server.register.lifecycle;

import org.jspecify.annotations.NullMarked;
