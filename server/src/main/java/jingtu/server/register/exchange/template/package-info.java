/** The workbook that an office fills in to bring records in. */
@NullMarked
package jingtu.server.register.exchange.template;

import org.jspecify.annotations.NullMarked;
