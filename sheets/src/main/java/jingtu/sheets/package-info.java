/**
 * Tables as people send them: rows with cell addresses out of .xlsx and .csv, columns recognised by
 * what stands over them, and the same file written back with every finding in its cell.
 */
@NullMarked
package jingtu.sheets;

import org.jspecify.annotations.NullMarked;
