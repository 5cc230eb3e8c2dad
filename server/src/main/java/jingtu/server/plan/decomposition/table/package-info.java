/**
 * The task table, in the form in which offices hang one on a plan: out of the plan's own tasks, or
 * out of the work that fell to each organisation; as .docx and .xlsx, by the region's templates.
 */
@NullMarked
package jingtu.server.plan.decomposition.table;

import org.jspecify.annotations.NullMarked;
