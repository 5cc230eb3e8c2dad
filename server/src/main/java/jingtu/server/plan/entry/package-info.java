/**
 * A goal, a task or an obligation of a plan with all that it owns, and how its rows are written:
 * when a plan is adopted, and again when it is corrected.
 */
@NullMarked
package jingtu.server.plan.entry;

import org.jspecify.annotations.NullMarked;
