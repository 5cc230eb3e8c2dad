/** Items of close-out lists as tables: brought in from files, and given out as .xlsx. */
@NullMarked
package jingtu.server.duty.closeout.sheet;

import org.jspecify.annotations.NullMarked;
