/**
 * What stands where in a document: lines without footers, paragraphs, headings and the tree they
 * make, the plans that one file holds and their heads, tables.
 */
@NullMarked
package jingtu.planreader.structure;

import org.jspecify.annotations.NullMarked;
