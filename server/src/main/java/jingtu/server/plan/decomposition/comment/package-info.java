/**
 * Rounds in which the organisations of a plan are asked what they think of their work: a sheet goes
 * out to each, comes back with comments, and each comment is answered.
 */
@NullMarked
package jingtu.server.plan.decomposition.comment;

import org.jspecify.annotations.NullMarked;
