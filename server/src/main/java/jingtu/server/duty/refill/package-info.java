/**
 * Forms that come from above (.xlsx, .docx): what fills each cell is said once, and every period
 * the form is filled again. What is not filled stays as it came, byte for byte.
 */
@NullMarked
package jingtu.server.duty.refill;

import org.jspecify.annotations.NullMarked;
