@NullMarked
package jingtu.server.register.exchange.cell;

import org.jspecify.annotations.NullMarked;
