/**
 * Standards as dated data: each edition is one file of thresholds with table, clause and the
 * confidence of every number. A new edition is a new file; the old one keeps judging what was
 * sampled in its time.
 */
@NullMarked
package jingtu.standards;

import org.jspecify.annotations.NullMarked;
