/**
 * The versions of a plan: which one revises which, what changed between them, which task became
 * which; and when a plan was withdrawn or put away.
 */
@NullMarked
package jingtu.server.plan.revision;

import org.jspecify.annotations.NullMarked;
