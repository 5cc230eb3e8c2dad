@NullMarked
package jingtu.server.register.exchange.job;

import org.jspecify.annotations.NullMarked;
