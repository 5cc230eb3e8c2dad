@NullMarked
package jingtu.server.register.exchange;

import org.jspecify.annotations.NullMarked;
