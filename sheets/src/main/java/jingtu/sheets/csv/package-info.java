/** Tables as lines of text: encodings, separators, quotation marks (RFC 4180 and its relatives). */
@NullMarked
package jingtu.sheets.csv;

import org.jspecify.annotations.NullMarked;
