/**
 * Two versions of one plan held against each other: which task became which, and what changed,
 * sentence by sentence. What only looks different (blanks, line breaks, characters of another
 * width) is no difference, and numbers that shift because something came before them are told apart
 * from changes.
 */
@NullMarked
package jingtu.planreader.revision;

import org.jspecify.annotations.NullMarked;
