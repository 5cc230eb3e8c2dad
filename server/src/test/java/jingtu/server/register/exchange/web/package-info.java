@NullMarked
package jingtu.server.register.exchange.web;

import org.jspecify.annotations.NullMarked;
