@NullMarked
package jingtu.server.register.exchange.export;

import org.jspecify.annotations.NullMarked;
