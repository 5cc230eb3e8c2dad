/**
 * Registers as Java types: a record class bound to a register field by field, so that code on top
 * of a register works on types and a definition that no longer fits is found at the start.
 */
@NullMarked
package jingtu.server.register.binding;

import org.jspecify.annotations.NullMarked;
