/** Templates, exports, imports and packages of registers over HTTP. */
@NullMarked
package jingtu.server.register.exchange.web;

import org.jspecify.annotations.NullMarked;
