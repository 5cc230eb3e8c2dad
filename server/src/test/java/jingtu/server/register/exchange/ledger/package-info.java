@NullMarked
package jingtu.server.register.exchange.ledger;

import org.jspecify.annotations.NullMarked;
