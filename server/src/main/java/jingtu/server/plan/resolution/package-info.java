/**
 * Whom the names in a plan mean: what the directory knows for certain is taken, what it does not is
 * proposed and decided once for a region, and who answers for a task follows the offices that took
 * over since.
 */
@NullMarked
package jingtu.server.plan.resolution;

import org.jspecify.annotations.NullMarked;
