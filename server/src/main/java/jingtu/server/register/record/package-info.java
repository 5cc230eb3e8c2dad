/** The records of all registers: what each holds, who changed it when, and how lists find them. */
@NullMarked
package jingtu.server.register.record;

import org.jspecify.annotations.NullMarked;
