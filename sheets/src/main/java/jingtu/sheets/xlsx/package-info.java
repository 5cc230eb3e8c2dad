/** Workbooks in Office Open XML (ECMA-376): their sheets read and rewritten as streams. */
@NullMarked
package jingtu.sheets.xlsx;

import org.jspecify.annotations.NullMarked;
