/**
 * Samples out of the sheets that laboratories send: which column is which, what each cell says, and
 * what is wrong, each in its cell.
 *
 * <p>A sheet is read twice. The first pass finds the headers and takes the measure of each column;
 * the second yields samples, one at a time, so that the size of a file does not matter. What cannot
 * be read is told in its cell and never guessed at. Doubt about a unit never makes soil look safer
 * and never hides what is high: a content is held back from judging where its unit was not stated
 * and does not look like the standard's, or where it is a thousandth of what is usual; one that is
 * a thousand times as high is judged as written. Both are told.
 */
@NullMarked
package jingtu.assessment.samples;

import org.jspecify.annotations.NullMarked;
