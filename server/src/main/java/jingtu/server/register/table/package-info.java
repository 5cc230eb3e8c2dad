/**
 * The typed tables of registers, made and read at run time. {@link
 * jingtu.server.register.table.TypedTables} is the door; jOOQ stays behind it.
 *
 * <p>Beside the columns of its fields a typed table repeats what lists filter by (region,
 * organisation, state, whether removed) and holds the words that a search looks through, so that a
 * list asks one table only.
 */
@NullMarked
package jingtu.server.register.table;

import org.jspecify.annotations.NullMarked;
