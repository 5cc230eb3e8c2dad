/**
 * The language of the genre: how a plan names offices, divides roles, sets dates and amounts,
 * counts its headings. The subject is Chinese, so Chinese words stand in this code; lists of words
 * lie in the data files beside it.
 *
 * <p>Everything here works on a plain string without white space and answers with positions in it;
 * nothing knows of documents, lines or files.
 */
@NullMarked
package jingtu.planreader.grammar;

import org.jspecify.annotations.NullMarked;
