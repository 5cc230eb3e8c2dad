/**
 * How records of a register leave and come in as files: templates to be filled in, exports of what
 * a list shows, imports that mark every fault in its cell, and registers made of sheets that an
 * office already keeps.
 */
@NullMarked
package jingtu.server.register.exchange;

import org.jspecify.annotations.NullMarked;
