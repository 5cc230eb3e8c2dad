/** Records as files that other programs open: .xlsx, .csv and GeoJSON, written as they are read. */
@NullMarked
package jingtu.server.register.exchange.export;

import org.jspecify.annotations.NullMarked;
