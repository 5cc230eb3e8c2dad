/**
 * A table of work items that comes back from those who edited it, or that somebody else made: what
 * it says is held against the stored items, the differences are shown, and what is chosen of them
 * is taken in one piece that can be undone.
 */
@NullMarked
package jingtu.server.plan.decomposition.sheet;

import org.jspecify.annotations.NullMarked;
