@NullMarked
package jingtu.server.register.expression;

import org.jspecify.annotations.NullMarked;
