/**
 * Holds readings against thresholds and says what follows, with the reason. It knows no file format
 * beyond a sheet's rows, no database and no network.
 */
@NullMarked
package jingtu.assessment;

import org.jspecify.annotations.NullMarked;
