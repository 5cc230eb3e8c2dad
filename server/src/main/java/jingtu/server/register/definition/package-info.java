/**
 * What a register is: its fields, states, deadlines and rules as a definition file says them, read
 * with every fault named by line.
 */
@NullMarked
package jingtu.server.register.definition;

import org.jspecify.annotations.NullMarked;
