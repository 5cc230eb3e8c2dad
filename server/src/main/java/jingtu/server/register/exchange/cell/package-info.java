/**
 * What stands in the cells of an exchanged table for what a record holds, and back: one place for
 * templates, exports and imports, in every kind of file.
 */
@NullMarked
package jingtu.server.register.exchange.cell;

import org.jspecify.annotations.NullMarked;
