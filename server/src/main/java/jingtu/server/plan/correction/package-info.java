/**
 * Corrections of what was read of a plan. Whatever is done to its goals, tasks and obligations is
 * one {@link jingtu.server.plan.correction.Change}: whole contents put in the place of whole
 * contents, kept with what was there before, so that it can be undone and redone at any time as
 * long as nobody has changed the same since. The printed text is never touched.
 */
@NullMarked
package jingtu.server.plan.correction;

import org.jspecify.annotations.NullMarked;
