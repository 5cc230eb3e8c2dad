@NullMarked
package jingtu.server.register;

import org.jspecify.annotations.NullMarked;
