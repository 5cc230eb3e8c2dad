@NullMarked
package jingtu.server.register.exchange.template;

import org.jspecify.annotations.NullMarked;
