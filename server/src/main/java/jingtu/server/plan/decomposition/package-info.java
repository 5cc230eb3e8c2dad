/**
 * The work that a plan breaks down into: who does what, to which standard, by when, and who answers
 * for it. Work comes from the plan's own sentences, from notices, meetings and inspections, and is
 * handed down to townships, villages and enterprises.
 */
@NullMarked
package jingtu.server.plan.decomposition;

import org.jspecify.annotations.NullMarked;
