/** Tests of the whole server, and what the tests of its modules share. */
@NullMarked
package jingtu.server;

import org.jspecify.annotations.NullMarked;
