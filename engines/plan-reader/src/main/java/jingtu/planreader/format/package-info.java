/**
 * From the bytes of a file to one text in which every offset counts code points: plain text, Word,
 * PDF, web pages and sheets.
 *
 * <p>The content decides what a file is, never its name. Each format is read into {@link Block}s in
 * reading order, which {@link Draft} joins into a {@link DocumentText}; what cannot be read is
 * refused with its place, the problem and the remedy.
 */
@NullMarked
package jingtu.planreader.format;

import org.jspecify.annotations.NullMarked;
